"""The base of every page type's edit form, and the tabs that all of them end with."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import COMMENTS_RELATION_NAME, Page

from ..versions.fields import SeenField
from ..versions.seen import seen_of


def page_tabs(
    *own, promote_panels=Page.promote_panels, settings_panels=Page.settings_panels, settings_permission=None
):
    """The page type's ``own`` tabs, followed by the two that all page types have under the same names."""
    sharing = ObjectList(promote_panels, heading=_("Dela och hitta"))
    settings = ObjectList(settings_panels, heading=_("Inställningar"), permission=settings_permission)
    return TabbedInterface([*own, sharing, settings])


def plain_tabs(content_panels, **options):
    """The tabs of a page type whose content fits in one."""
    return page_tabs(ObjectList(content_panels, heading=_("Innehåll")), **options)


class PageForm(WagtailAdminPageForm):
    """Never requires a slug. A new page gets one from its title, and a page whose slug was cleared keeps the old one.

    Wagtail's script fills the field in from the title, a moment later. An editor who pasted a title and pressed
    "Publicera" at once got an error about a required field on another tab, and an editor who made a second page with
    the same title got an error that the slug was taken. The script's slug was never the editor's choice, so the form
    replaces it with the next free one.

    ``seen`` says what the form was made from: see ``networks/versions``.
    """

    seen = SeenField()
    # Fields that make sense only together: a change of one is a change of all when two people's changes are merged.
    together = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        # Not only for a new page: after an autosave, the form still holds what the script filled in.
        if self.instance.first_published_at is None and slug == slugify(self.cleaned_data.get("title", "")):
            return ""
        return slug or self.instance.slug

    @property
    def merged_names(self):
        """The names of the page's fields and lists that the form changes. Comments are each their writer's own."""
        return {*self.fields, *self.formsets} - {COMMENTS_RELATION_NAME, "comments", "seen"}

    def complete(self, page):
        """Bring what follows from other fields in line, on a page that the form has saved or merged."""

    def get_field_updates_for_resave(self):
        """Tell a form that stays open after an autosave that it has been made from what it saved."""
        page = self.instance
        seen = seen_of(page, self.merged_names, page.get_latest_revision())
        return [*super().get_field_updates_for_resave(), ("seen", seen.written())]
