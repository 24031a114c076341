"""Makes Wagtail's own verbs publications, wherever they are called from: views, bulk actions, workflows, commands.

Wagtail writes a page, its rows, the signals' consequences and its log in several transactions. The views make the
action objects themselves, so no method of a page sees all of it: see docs/leaning-on-wagtail.md.
"""

from contextlib import nullcontext
from functools import wraps

from django.core.exceptions import ValidationError
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create import CreateAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.edit import EditAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, TaskState
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .whole import publication

VERBS = [
    (PublishRevisionAction, "execute"),  # pages too: the action for pages does not replace it
    (UnpublishAction, "execute"),
    (UnpublishPageAction, "execute"),
    (DeletePageAction, "execute"),
    (MovePageAction, "execute"),
    (CopyPageAction, "execute"),
    (CreatePageAliasAction, "execute"),
    (ConvertAliasPageAction, "execute"),
    (CreateAction, "execute"),  # pages too; it locks the parent's row before it publishes
    (EditAction, "execute"),  # the same for the page's own row
    (CopyPageForTranslationAction, "execute"),
    (PageViewRestriction, "save"),
    (PageViewRestriction, "delete"),
    (TaskState, "approve"),  # the last approval publishes
    (UpdateTranslationsView, "form_valid"),
]


def connect():
    for owner, name in VERBS:
        setattr(owner, name, publication()(vars(owner)[name]))
    Page.save = _with_the_lock_first(Page.save)
    TranslationSource.create_or_update_translation = _published_at_once(TranslationSource.create_or_update_translation)


def _with_the_lock_first(save):
    """Saving a public page locks its row and then updates what others store about it: that is a publication too."""

    @wraps(save)
    def save_page(self, *args, update_fields=None, **options):
        with publication() if self.live and update_fields is None else nullcontext():
            return save(self, *args, update_fields=update_fields, **options)

    return save_page


def _published_at_once(write):
    """wagtail-localize publishes a translated page after the commit of its rows. Here it belongs to the same one."""

    @wraps(write)
    def create_or_update_translation(self, locale, user=None, publish=True, *args, **options):
        is_page = issubclass(self.specific_content_type.model_class(), Page)
        with publication():
            try:
                done = write(self, locale, user, publish and not is_page, *args, **options)
            except ValidationError as error:
                fault = error  # raised after the commit: it has been noted at each field, for the translator
            else:
                if publish and is_page:
                    done[0].latest_revision.publish()
                return done
        raise fault

    return create_or_update_translation
