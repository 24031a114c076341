from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0004_people_change_with_the_day'),
    ]

    operations = [
        migrations.AddField(
            model_name='documenttext',
            name='reserved_until',
            field=models.DateTimeField(null=True),
        ),
    ]
