from django.db import migrations
from django.db.models import Q


def agree(apps, schema_editor):
    """Joint meetings that were stored before anybody was asked stay joint. A page that never was public asks."""
    public = Q(page__live=True) | Q(page__first_published_at__isnull=False)
    rows = apps.get_model("events", "EventOwner").objects.filter(public).order_by()
    consent = apps.get_model("networks", "Consent")
    consent.objects.bulk_create(
        [
            consent(kind="co_owner", page_id=page, network_id=network, words="", answer="yes")
            for page, network in rows.values_list("page", "network").distinct()
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0011_facts_of_removed_meetings"), ("networks", "0013_relations_agreed")]

    operations = [migrations.RunPython(agree, migrations.RunPython.noop)]
