from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0010_removed_meetings'),
    ]

    operations = [
        migrations.AddField(
            model_name='removedmeeting',
            name='facts',
            field=models.JSONField(null=True),
        ),
    ]
