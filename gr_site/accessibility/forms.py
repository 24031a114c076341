"""Checks that the parts of a statement agree before it is published."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.pages.page_form import PageForm

from . import conformance
from .choices import Method
from .documents import count_inaccessible


class StatementForm(PageForm):
    """A draft may be unfinished and is not checked."""

    def clean(self):
        data = super().clean()
        if not self.is_deferred_validation:
            self._compare(data.get("conformance"))
            if data.get("method") in (Method.EXTERNAL, Method.BOTH) and not data.get("assessor", "").strip():
                self.add_error("assessor", _("Skriv vem som har granskat webbplatsen."))
        return data

    def _compare(self, claimed):
        reasons, documents = self._reasons(), count_inaccessible()
        if conformance.claims_too_much(claimed, reasons, documents):
            self.add_error("conformance", _too_much(documents))
        if conformance.lacks_shortcomings(claimed, reasons, documents):
            self.add_error(
                "conformance",
                _("Lägg till minst en brist nedan: lagen kräver att redogörelsen säger vad som inte är tillgängligt."),
            )

    def _reasons(self):
        """The reasons of the shortcomings that remain when the form is saved."""
        rows = self.formsets["shortcomings"]
        rows.is_valid()
        return [
            form.cleaned_data["reason"]
            for form in rows.forms
            if form not in rows.deleted_forms and getattr(form, "cleaned_data", {}).get("reason")
        ]


def _too_much(documents):
    if not documents:
        return _("Välj ”delvis förenlig”: det finns brister nedan som lagen inte undantar.")
    return ngettext(
        "Välj ”delvis förenlig”: %(number)s dokument på webbplatsen är märkt som inte tillgängligt för alla.",
        "Välj ”delvis förenlig”: %(number)s dokument på webbplatsen är märkta som inte tillgängliga för alla.",
        documents,
    ) % {"number": documents}
