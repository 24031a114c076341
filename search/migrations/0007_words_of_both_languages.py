from django.db import migrations, models


class Migration(migrations.Migration):
    """The rows get their new words from ``rebuild_search``, which writes every row whose digest differs."""

    dependencies = [
        ('search', '0006_thesaurus'),
    ]

    operations = [
        migrations.AddField(
            model_name='findable',
            name='lent_terms',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='findable',
            name='related',
            field=models.JSONField(default=list),
        ),
    ]
