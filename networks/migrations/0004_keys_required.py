import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Every row has its language and key."""

    dependencies = [
        ("networks", "0003_keys_of_rows"),
    ]

    operations = [
        migrations.AlterField(
            model_name="networkcontact",
            name="locale",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AlterField(
            model_name="networkcontact",
            name="translation_key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether(name="networkcontact", unique_together={("translation_key", "locale")}),
        migrations.AlterField(
            model_name="networkdocument",
            name="locale",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AlterField(
            model_name="networkdocument",
            name="translation_key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether(name="networkdocument", unique_together={("translation_key", "locale")}),
        migrations.AlterField(
            model_name="networkmember",
            name="locale",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AlterField(
            model_name="networkmember",
            name="translation_key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether(name="networkmember", unique_together={("translation_key", "locale")}),
    ]
