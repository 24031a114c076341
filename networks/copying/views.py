"""Wagtail's form for copying a page, without the choice of an alias where there can be none."""

from django.utils.datastructures import MultiValueDictKeyError
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.pages.copy import CopyView

from .aliases import refusal, without_alias


class CopyWithoutAliasForm(CopyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.may_be_aliased = not without_alias(self.page.get_descendants(inclusive=True)).exists()
        if not self.may_be_aliased:
            self.fields.pop("alias", None)

    def clean(self):
        cleaned = super().clean()
        if self.data.get("alias") and not self.may_be_aliased:
            self.add_error("new_title", refusal())
        return cleaned


class CopyPageView(CopyView):
    def get_form_class(self):
        return CopyWithoutAliasForm

    def post(self, request, *args, **kwargs):
        """Leaves the new place to the form. Wagtail's own view looks it up before the form has read it.

        Raises MultiValueDictKeyError, as Wagtail's does, for a form without a place.
        """
        if "new_parent_page" not in request.POST:
            raise MultiValueDictKeyError("new_parent_page")
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)
