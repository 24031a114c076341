"""The edit form that every page type of the site starts from."""

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """Asks nobody for an address: a new page gets one from its title, and one whose address was wiped keeps it.

    Wagtail fills the field in from the title by script, a moment later. Who pasted a title and pressed "Publicera" at
    once was told that a field on another tab was required.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug
