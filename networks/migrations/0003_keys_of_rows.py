from django.db import migrations
from wagtail.models import BootstrapTranslatableModel


class Migration(migrations.Migration):
    """By itself: PostgreSQL changes no table in the transaction that has filled it."""

    dependencies = [("networks", "0002_rows_with_words")]

    operations = [
        BootstrapTranslatableModel("networks.NetworkContact"),
        BootstrapTranslatableModel("networks.NetworkDocument"),
        BootstrapTranslatableModel("networks.NetworkMember"),
    ]
