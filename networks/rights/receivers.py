"""Groups follow their networks: made, renamed and removed with them."""

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
    """Networks of a site that is older than their groups get them when it is brought up to date."""
    if NetworkPage.objects.exclude(translation_key__in=NetworkEditors.objects.values("network_key")).exists():
        renew_all()


def connect():
    """Called once the apps are loaded."""
    post_save.connect(network_saved, sender=NetworkPage)
    post_delete.connect(network_deleted, sender=NetworkPage)
    post_save.connect(editors_saved, sender=NetworkEditors)
    # Sessions are the last app that is told of: by then Django has made the permissions of all others.
    post_migrate.connect(migrated, sender=apps.get_app_config("sessions"))
