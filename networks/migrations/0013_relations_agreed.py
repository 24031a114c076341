from django.db import migrations
from django.db.models import Q


def agree(apps, schema_editor):
    """Relations that were stored before anybody was asked stay on both pages. A page that never was public asks."""
    public = Q(page__live=True) | Q(page__first_published_at__isnull=False)
    rows = apps.get_model("networks", "NetworkRelation").objects.filter(public).order_by()
    consent = apps.get_model("networks", "Consent")
    consent.objects.bulk_create(
        [
            consent(kind="relation", page_id=page, network_id=target, words=kind, answer="yes")
            for page, target, kind in rows.values_list("page", "target", "kind").distinct()
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0012_consent")]

    operations = [migrations.RunPython(agree, migrations.RunPython.noop)]
