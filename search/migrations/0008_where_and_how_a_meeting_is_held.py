from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0007_words_of_both_languages'),
    ]

    operations = [
        migrations.AddField(
            model_name='findable',
            name='form',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='findable',
            name='place',
            field=models.CharField(blank=True, max_length=255),
        ),
    ]
