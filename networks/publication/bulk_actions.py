"""Wagtail's bulk actions that change what visitors see, page by page: what cannot be done is told by name, and the
rest is done. Wagtail's own stop at the first page that fails, with an error that names none, and publish drafts in
which a required field is empty, which the edit form would refuse.
"""

import logging

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import COMMENTS_RELATION_NAME, Page

from .whole import publication

logger = logging.getLogger(__name__)


class PageByPage:
    """Each chosen page is a publication of its own, together with the pages below it where they were asked for."""

    def get_execution_context(self):
        self.failed = []
        return super().get_execution_context() | {"failed": self.failed}

    @classmethod
    def execute_action(cls, objects, failed=None, **options):
        counts = [cls._act(page.pk, failed, options) for page in objects]
        return sum(pages for pages, _below in counts), sum(below for _pages, below in counts)

    @classmethod
    def _act(cls, key, failed, options):
        # Read now: what was done with the pages before may have moved this one or its new parent.
        page = Page.objects.get(pk=key).specific
        if destination := options.get("destination"):
            options = options | {"destination": Page.objects.get(pk=destination.pk)}
        try:
            with publication():
                cls.check(page, **options)
                return super().execute_action([page], **options)
        except ValidationError as fault:
            failed.append((page, " ".join(fault.messages)))
        except Exception:  # whatever it is, the other pages do not wait for it
            logger.exception("A bulk action failed for page %s", key)
            failed.append((page, _("Något gick fel. Försök en gång till.")))
        return 0, 0

    @classmethod
    def check(cls, page, **options):
        """Raise ValidationError if the page is not ready."""

    def get_success_message(self, number, below):
        for page, why in self.failed:  # most networks have a page "Möten", so the page above is named, too
            names = {"title": page.get_admin_display_title(), "above": page.get_parent().draft_title}
            messages.error(self.request, _("”%(title)s” (%(above)s) är som förut.") % names + f" {why}")
        return super().get_success_message(number, below) if number else None


class PublishPageByPage(PageByPage, PublishBulkAction):
    @classmethod
    def check(cls, page, include_descendants=False, **options):
        drafts = page.get_descendants().not_live().specific() if include_descendants else []
        for each in [page, *drafts]:
            require_complete(each.get_latest_revision_as_object())


class UnpublishPageByPage(PageByPage, UnpublishBulkAction):
    pass


class MovePageByPage(PageByPage, MoveBulkAction):
    pass


def require_complete(page):
    """Raise ValidationError, with the names of the fields, if the page or a row of it is not as its form wants it."""
    faults = _faults(page)
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name not in {COMMENTS_RELATION_NAME, "comments"}:
            for row in getattr(page, name).all():
                faults += _faults(row, relation.field.name)
    if faults:
        raise ValidationError(faults)


def _faults(instance, *left_out):
    names = {field.name: field.verbose_name for field in instance._meta.fields}
    unseen = {field.name for field in instance._meta.fields if not field.editable}
    try:
        instance.full_clean(exclude={*unseen, *left_out}, validate_unique=isinstance(instance, Page))
    except ValidationError as error:
        faults = error.message_dict.items()
        return [f"{names[name]}: {' '.join(texts)}" if name in names else " ".join(texts) for name, texts in faults]
    return []
