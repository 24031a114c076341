from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def begin(apps, schema_editor):
    """Let no validator and no time fall, and note which feeds each event may be in: more than it is does no harm."""
    FeedStamp = apps.get_model("events", "FeedStamp")
    now = timezone.now().replace(microsecond=0)
    for stamp in apps.get_model("events", "CalendarStamp").objects.filter(pk=1):
        FeedStamp.objects.create(key="all", number=stamp.number, changed_at=stamp.changed_at)
    areas = {
        pk: (key.hex, [area.hex for area in own if area])
        for pk, key, *own in apps.get_model("networks", "NetworkPage").objects.values_list(
            "pk", "translation_key", "area__translation_key", "second_area__translation_key"
        )
    }
    owners = {}
    for event, network in apps.get_model("events", "EventOwner").objects.values_list("page_id", "network_id"):
        owners.setdefault(event, set()).add(network)
    events = apps.get_model("events", "EventPage").objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    rows = []
    for event, key, network in events.values_list("pk", "translation_key", "network_id"):
        feeds = {"region"}
        for owner in owners.get(event, set()) | ({network} - {None}):
            own, own_areas = areas[owner]
            feeds |= {f"network:{own}", *(f"area:{area}" for area in own_areas)}
        rows.append(FeedStamp(key=f"event:{key.hex}", feeds=sorted(feeds)))
    FeedStamp.objects.bulk_create(rows, batch_size=100)
    words = {code: ["", now.isoformat()] for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES}
    words.pop(settings.LANGUAGE_CODE, None)
    apps.get_model("events", "CalendarObject").objects.update(words=words)


class Migration(migrations.Migration):

    dependencies = [
        ("networks", "0009_other_ways_to_read"),
        ("events", "0008_keys_of_copies"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedStamp",
            fields=[
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("beginning", models.CharField(blank=True, db_index=True, max_length=16)),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("changed_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("feeds", models.JSONField(default=list)),
            ],
        ),
        migrations.AddField(
            model_name="calendarobject",
            name="words",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop, elidable=True),
    ]
