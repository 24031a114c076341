"""Holds every way to save and to publish a page to the table and to what the editor at work may refer to.

The forms say so in words first (``held_fields.py``, ``held_forms.py``). This is for all other ways: restoring an old
version, the admin's API, bulk actions, translations, and a draft in which somebody else has changed more.
"""

from functools import wraps

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields

from ..models import NetworkPage
from ..translation import is_of_source
from .access import is_central
from .locks import lock_fault
from .references import public_references_of, references_of, refused
from .roles import at_work, held_names
from .titles import faults


class CannotPublish(ValidationError, PermissionDenied):
    """Not hers to publish, and why. Each of Wagtail's ways to publish handles one or the other of its parents."""


def connect():
    """Called once the apps are loaded, before publications are wrapped into transactions."""
    Page.save = _keeping_held(Page.save)
    Page.save_revision = _keeping_held_of_draft(Page.save_revision)
    Page.full_clean = _checking_title(Page.full_clean)
    PublishRevisionAction.execute = _checking_publication(PublishRevisionAction.execute)


def keep(page, kept, user):
    """Give ``page`` the values of ``kept`` in the fields that ``user`` may not change. Changes it in place."""
    for name in _held_here(user, page):
        attname = page._meta.get_field(name).attname
        setattr(page, attname, getattr(kept, attname))


def publication_faults(page, user):
    """Why ``user`` may not publish ``page``, a version of it, in words for the editor; empty if she may."""
    if user is None:
        return []
    if locked := lock_fault(user, page):
        return [locked]
    if is_central(user):
        return []
    faults = changes_by_others(page, user)
    if refused(user, references_of(page) - public_references_of(page)):
        faults.append(
            _(
                "Utkastet har en bild, en fil eller en länk som tillhör ett annat nätverk och som inte har varit "
                "publicerad här. Ta bort den eller be GR:s redaktion publicera sidan."
            )
        )
    return [*faults, *(each for found in _title_faults(page, user).values() for each in found)]


def changes_by_others(page, user):
    """In words, which fields that ``user`` may not change the version ``page`` would change in public; a list."""
    row = type(page)._base_manager.filter(pk=page.pk, live=True).first()
    fields = [page._meta.get_field(name) for name in _held_here(user, page)] if row else []
    changed = [field for field in fields if getattr(page, field.attname) != getattr(row, field.attname)]
    if not changed:
        return []
    names = ", ".join(sorted(str(field.verbose_name) for field in changed))
    return [_("I utkastet har GR:s redaktion ändrat: %(fields)s. Be dem publicera sidan.") % {"fields": names}]


def _held_here(user, page):
    """A translation has most of these from its source, so what is saved with it there was changed by somebody else."""
    names = {name for name in held_names(user, page) if _is_column(page, name)}
    if not names or is_of_source(page):
        return names
    return names - {field.field_name for field in get_translatable_fields(type(page))} | names & {"slug"}


def _is_column(page, name):
    return any(field.name == name for field in page._meta.concrete_fields)


def _keeping_held(save):
    @wraps(save)
    def save_page(self, *args, update_fields=None, **options):
        user = at_work()
        names = _held_here(user, self) if user and self.pk else ()
        if names and (update_fields is None or names & set(update_fields)):
            row = type(self)._base_manager.filter(pk=self.pk).first()
            if row:
                keep(self, row, user)
        if options.get("clean", True) and not self.live and (faults := _title_faults(self, user)):
            raise ValidationError(faults)  # of a draft, Wagtail checks less than ``full_clean()`` does
        return save(self, *args, update_fields=update_fields, **options)

    return save_page


def _keeping_held_of_draft(save_revision):
    """A draft keeps what a central editor has written into these fields of it, published or not."""

    @wraps(save_revision)
    def save(self, user=None, *args, **options):
        worker = at_work(user)
        if _held_here(worker, self):
            keep(self, type(self)._base_manager.get(pk=self.pk).get_latest_revision_as_object(), worker)
        return save_revision(self, user, *args, **options)

    return save


def _checking_title(full_clean):
    @wraps(full_clean)
    def clean(self, *args, **options):
        full_clean(self, *args, **options)
        if found := _title_faults(self, at_work()):
            raise ValidationError(found)

    return clean


def _title_faults(page, user):
    if user is None or not isinstance(page, NetworkPage) or is_central(user):
        return {}
    return faults(page)


def _checking_publication(execute):
    @wraps(execute)
    def publish(self, *args, **options):
        if isinstance(self.object, Page) and (faults := publication_faults(self.object, at_work(self.user))):
            raise CannotPublish({NON_FIELD_ERRORS: faults})
        return execute(self, *args, **options)

    return publish
