"""Notes when accounts are made, closed and deleted, get a new password, or become an administrator's."""

from django.contrib.auth import get_user_model
from django.db.models.signals import post_save, pre_delete, pre_save

from .noting import Kind, note

# field -> (what it is when it becomes true, and when it no longer is)
KINDS = {
    "is_active": (Kind.ACTIVATED, Kind.CLOSED),
    "is_superuser": (Kind.ADMINISTRATOR, Kind.NO_ADMINISTRATOR),
}
NEW = {"is_active": True, "is_superuser": False}  # what nobody needs to be told of a new account


def before_save(instance, raw=False, update_fields=None, **kwargs):
    """Remember what the stored row says. A log-in stores only its time, and costs no query here."""
    fields = [name for name in KINDS if update_fields is None or name in update_fields]
    instance.stored_rights = None
    if instance.pk and fields and not raw:
        rows = get_user_model()._base_manager.filter(pk=instance.pk).values(*fields)
        instance.stored_rights = rows.first()


def after_save(instance, created=False, raw=False, **kwargs):
    if raw:
        return
    if created:
        note(Kind.CREATED, instance)
    elif instance._password is not None:  # it was set now; a hash that is only made stronger at a log-in leaves None
        note(Kind.PASSWORD, instance)
    before = NEW if created else instance.stored_rights or {}
    for field, was in before.items():
        if getattr(instance, field) != was:
            note(KINDS[field][not getattr(instance, field)], instance)


def before_delete(instance, **kwargs):
    note(Kind.DELETED, name=instance.get_username())


def connect():
    user = get_user_model()
    pre_save.connect(before_save, sender=user, dispatch_uid="access_log.before_save")
    post_save.connect(after_save, sender=user, dispatch_uid="access_log.after_save")
    pre_delete.connect(before_delete, sender=user, dispatch_uid="access_log.before_delete")
