from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_stamp_of_the_index'),
    ]

    operations = [
        migrations.AddField(
            model_name='findable',
            name='dated_municipalities',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='findable',
            name='holds_from',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='findable',
            name='holds_until',
            field=models.DateField(null=True),
        ),
    ]
