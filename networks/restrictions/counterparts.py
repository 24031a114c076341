"""Gives a page's translations and aliases the same restriction as the page.

wagtail-localize copies a restriction when it creates or updates a translation, the first time without its groups. A
page that is restricted later stays open in other languages. Here every change of a restriction is copied to the
page's counterparts, and a new counterpart gets the restriction that the others have.
"""

from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move


def counterparts(page):
    """The page in other languages, its aliases, and the page that it is an alias of."""
    related = Q(translation_key=page.translation_key) | Q(alias_of=page.pk)
    if page.alias_of_id:
        related |= Q(pk=page.alias_of_id) | Q(alias_of=page.alias_of_id)
    return Page.objects.filter(related).exclude(pk=page.pk)


def _of(page):
    return PageViewRestriction.objects.filter(page=page).first()


def _groups(restriction):
    return set(restriction.groups.values_list("pk", flat=True))


def _give(page, source):
    """Restrict ``page`` as ``source`` says. Writes nothing if they are equal, which ends the recursion of signals."""
    restriction = _of(page) or PageViewRestriction(page=page)
    wanted = {"restriction_type": source.restriction_type, "password": source.password}
    if restriction.pk is None or any(getattr(restriction, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(restriction, name, value)
        restriction.save()
    groups = _groups(source)
    if _groups(restriction) != groups:
        restriction.groups.set(groups)


def restriction_saved(instance, created=False, raw=False, **kwargs):
    if raw:
        return
    pages = list(counterparts(instance.page))
    if created:
        known = _groups_known(instance, pages)
        _leave_one(instance)
        if known:
            instance.groups.set(known)
            return
    for page in pages:
        _give(page, instance)


def _groups_known(restriction, pages):
    """The groups of the counterparts' restrictions, since Wagtail gives a new one its groups only after saving it."""
    if restriction.restriction_type != PageViewRestriction.GROUPS:
        return set()
    others = PageViewRestriction.objects.filter(restriction_type=PageViewRestriction.GROUPS)
    others = others.filter(page__in=[*pages, restriction.page]).exclude(pk=restriction.pk)
    return next(filter(None, map(_groups, others)), set())


def _leave_one(restriction):
    """Delete a duplicate: Wagtail also restricts an alias, which may already be restricted."""
    for other in PageViewRestriction.objects.filter(page=restriction.page).exclude(pk=restriction.pk):
        other.is_double = True
        other.delete()


def groups_changed(instance, action, reverse=False, pk_set=None, **kwargs):
    if not action.startswith("post_"):
        return
    restrictions = PageViewRestriction.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
    for restriction in restrictions:
        for page in counterparts(restriction.page):
            _give(page, restriction)


def restriction_deleted(instance, origin=None, **kwargs):
    """Make the counterparts public too, unless the restriction was deleted together with its page."""
    model = type(origin) if isinstance(origin, PageViewRestriction) else getattr(origin, "model", None)
    if model is not PageViewRestriction or getattr(instance, "is_double", False):
        return
    if page := Page.objects.filter(pk=instance.page_id).first():
        PageViewRestriction.objects.filter(page__in=counterparts(page)).delete()


def page_saved(instance, created=False, raw=False, **kwargs):
    """Restrict a new translation or alias as soon as it exists."""
    if created and not raw and isinstance(instance, Page):
        source = PageViewRestriction.objects.filter(page__in=counterparts(instance)).first()
        if source:
            _give(instance, source)


def page_moved(instance, parent_page_before, parent_page_after, **kwargs):
    """Move translations and aliases along with the page, and thereby behind the same restriction.

    If the new parent has no counterpart in a language it gets an alias there, with the same restrictions.
    """
    if parent_page_before.pk == parent_page_after.pk:
        return
    for page in instance.get_translations().exclude(locale=instance.locale_id):
        parent = parent_page_after.get_translation_or_none(page.locale)
        if parent is None:
            parent = parent_page_after.specific.copy_for_translation(page.locale, copy_parents=True, alias=True)
        if not page.is_child_of(parent) and parent.pk != page.pk and not parent.is_descendant_of(page):
            page.move(Page.objects.get(pk=parent.pk), pos="last-child")


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    post_save.connect(restriction_saved, sender=PageViewRestriction)
    post_delete.connect(restriction_deleted, sender=PageViewRestriction)
    m2m_changed.connect(groups_changed, sender=PageViewRestriction.groups.through)
    post_save.connect(page_saved)
    post_page_move.connect(page_moved)
