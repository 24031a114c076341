"""Creates, renames and removes the editors' groups together with their networks."""

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save

from ..models import NetworkEditors, NetworkPage
from .groups import follow_review, make_editors, remove_editors, rename_editors
from .renewal import renew_all


def network_saved(instance, created=False, update_fields=None, raw=False, **kwargs):
    if raw or (update_fields is not None and "title" not in update_fields):
        return
    if created:
        make_editors(instance)
    else:
        rename_editors(instance)


def network_deleted(instance, **kwargs):
    remove_editors(instance)


def editors_saved(instance, created=False, raw=False, **kwargs):
    if not (created or raw):
        follow_review(instance)


def migrated(**kwargs):
    """Give groups to networks that were created before this app had groups. Runs after ``migrate``."""
    if NetworkPage.objects.exclude(translation_key__in=NetworkEditors.objects.values("network_key")).exists():
        renew_all()


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    post_save.connect(network_saved, sender=NetworkPage)
    post_delete.connect(network_deleted, sender=NetworkPage)
    post_save.connect(editors_saved, sender=NetworkEditors)
    # ``sessions`` is the last app to send the signal, so that Django has created all other apps' permissions by then.
    post_migrate.connect(migrated, sender=apps.get_app_config("sessions"))
