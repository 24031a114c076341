"""Notes which pages are closed to visitors and opened again, and whose changes are reviewed."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils.translation import override
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from networks.bin.signals import pages_restored
from networks.models import NetworkEditors

from .noting import Kind, note


def restricted(instance, raw=False, **kwargs):
    if not raw:
        note(Kind.RESTRICTED, about=_place(instance), added=_sort(instance))


def opened(instance, **kwargs):
    note(Kind.OPENED, about=_place(instance), removed=_sort(instance))


def groups_of_restriction(instance, action, pk_set, reverse, model, **kwargs):
    if action in {"post_add", "post_remove"} and not reverse:
        names = "\n".join(sorted(group.name for group in model.objects.filter(pk__in=pk_set)))
        field = "added" if action == "post_add" else "removed"
        note(Kind.RESTRICTED, about=_place(instance), **{field: names})


def pages_come_back(pages, **kwargs):
    """The bin puts back a page's restrictions without their signals."""
    for restriction in PageViewRestriction.objects.filter(page__in=pages).order_by("pk"):
        restricted(restriction)


def _place(restriction):
    return str(getattr(restriction, "page", None) or restriction.collection)


def _sort(restriction):
    """Who is let in, in Swedish whoever does it: the log has one language. Never a password."""
    with override("sv"):
        return str(restriction.get_restriction_type_display())


def before_review(instance, **kwargs):
    rows = NetworkEditors._base_manager.filter(pk=instance.pk)
    instance.was_reviewed = rows.values_list("reviewed", flat=True).first()


def review(instance, created=False, raw=False, **kwargs):
    was = False if created else instance.was_reviewed
    if not raw and instance.reviewed != was:
        note(Kind.REVIEW_ON if instance.reviewed else Kind.REVIEW_OFF, about=str(instance))


def connect():
    for model in (PageViewRestriction, CollectionViewRestriction):
        post_save.connect(restricted, sender=model, dispatch_uid="access_log.restricted")
        post_delete.connect(opened, sender=model, dispatch_uid="access_log.opened")
        m2m_changed.connect(
            groups_of_restriction, sender=model.groups.through, dispatch_uid="access_log.groups_of_restriction"
        )
    pages_restored.connect(pages_come_back, dispatch_uid="access_log.pages_come_back")
    pre_save.connect(before_review, sender=NetworkEditors, dispatch_uid="access_log.before_review")
    post_save.connect(review, sender=NetworkEditors, dispatch_uid="access_log.review")
