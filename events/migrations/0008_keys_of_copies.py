"""Gives the drafts of pages that were copied earlier the identities that the copies' published rows have.

Wagtail gave a row and the same row in the copy's revisions two keys, so that the next publication of such a revision
would have changed the meetings' UIDs. What is published stays as it is.
"""

from django.db import migrations

ROWS = {
    "occurrences": ("events", "Occurrence"),
    "members": ("networks", "NetworkMember"),
    "contacts": ("networks", "NetworkContact"),
    "documents": ("networks", "NetworkDocument"),
}


def keep_keys(apps, schema_editor):
    entries = apps.get_model("wagtailcore", "PageLogEntry").objects.filter(action="wagtail.copy")
    copies = entries.order_by().values_list("page_id", flat=True).distinct()
    for pk in list(copies):
        stored = {name: _keys(apps.get_model(*model), pk) for name, model in ROWS.items()}
        if any(stored.values()):
            _mend_revisions(apps.get_model("wagtailcore", "Revision"), pk, stored)


def _keys(model, page):
    rows = model.objects.filter(page_id=page).values_list("pk", "translation_key")
    return {pk: str(key) for pk, key in rows}


def _mend_revisions(model, page, stored):
    revisions = model.objects.filter(object_id=str(page), base_content_type__model="page")
    for revision in revisions.iterator():
        if _mend(revision.content, stored):
            model.objects.filter(pk=revision.pk).update(content=revision.content)


def _mend(content, stored):
    """Give each row of ``content`` the key of its published row. Whether any had another."""
    mended = False
    for name, keys in stored.items():
        for row in content.get(name, []):
            key = keys.get(row.get("pk"))
            if key and row.get("translation_key") != key:
                row["translation_key"], mended = key, True
    return mended


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0007_longer_links"),
        ("networks", "0009_other_ways_to_read"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(keep_keys, migrations.RunPython.noop)]
