import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Rows with words get a language and a key that their translations share."""

    dependencies = [
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="networkcontact",
            name="locale",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AddField(
            model_name="networkcontact",
            name="translation_key",
            field=models.UUIDField(null=True, editable=False),
        ),
        migrations.AddField(
            model_name="networkcontact",
            name="source_digests",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="networkdocument",
            name="locale",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AddField(
            model_name="networkdocument",
            name="translation_key",
            field=models.UUIDField(null=True, editable=False),
        ),
        migrations.AddField(
            model_name="networkdocument",
            name="source_digests",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="networkmember",
            name="locale",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.locale", verbose_name="locale"
            ),
        ),
        migrations.AddField(
            model_name="networkmember",
            name="translation_key",
            field=models.UUIDField(null=True, editable=False),
        ),
        migrations.AddField(
            model_name="networkmember",
            name="source_digests",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
