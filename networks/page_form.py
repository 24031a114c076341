"""The edit form that every page type of the site starts from, and the tabs that all of them end with."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page


def page_tabs(
    *own, promote_panels=Page.promote_panels, settings_panels=Page.settings_panels, settings_permission=None
):
    """The page type's ``own`` tabs, then the two that all page types have, under one name everywhere."""
    sharing = ObjectList(promote_panels, heading=_("Dela och hitta"))
    settings = ObjectList(settings_panels, heading=_("Inställningar"), permission=settings_permission)
    return TabbedInterface([*own, sharing, settings])


def plain_tabs(content_panels, **options):
    """The tabs of a page type whose whole content has room in one."""
    return page_tabs(ObjectList(content_panels, heading=_("Innehåll")), **options)


class PageForm(WagtailAdminPageForm):
    """Asks nobody for an address: a new page gets one from its title, and one whose address was wiped keeps it.

    Wagtail fills the field in from the title by script, a moment later. Who pasted a title and pressed "Publicera" at
    once was told that a field on another tab was required. Who made a second page of one name was told that the field
    was taken: what the script filled in is no choice of hers, and gives way to the next free address.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        # Not only of a new page: once a draft is autosaved, the form still holds what the script filled in.
        if self.instance.first_published_at is None and slug == slugify(self.cleaned_data.get("title", "")):
            return ""
        return slug or self.instance.slug
