"""Pages whose time has come."""

from datetime import timedelta

from django.utils import timezone


def schedule(page, when, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.go_live_at = when
    revision = page.save_revision()
    revision.publish()
    return revision


def pass_by(revision):
    """As if the time that ``revision`` waits for had come."""
    past = timezone.now() - timedelta(minutes=1)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    revision.refresh_from_db()
    revision.content["go_live_at"] = past.isoformat()
    revision.save(update_fields=["content"])
