"""The fields we add to Wagtail's document forms, wherever an editor uploads or changes a document."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.documents.forms import BaseDocumentForm

from ..models.choices import Accessibility
from ..uploads.checks import check_content, check_virus
from .marking import mark, marking


class DocumentForm(BaseDocumentForm):
    """The base of the forms in all of Wagtail's document views (``WAGTAILDOCS_DOCUMENT_FORM_BASE``)."""

    accessible = forms.ChoiceField(
        label=_("Är filen tillgänglig för alla?"),
        choices=[("", _("Inte kontrollerad än")), *Accessibility.choices],
        required=False,
        help_text=_(
            "En tillgänglig pdf har riktiga rubriker, text som går att markera, alternativtext till bilder och rätt "
            "språk. Words tillgänglighetskontroll (Granska – Kontrollera tillgänglighet) hittar det mesta innan du "
            "sparar som pdf."
        ),
    )
    shortcomings = forms.CharField(
        label=_("Vad brister?"),
        max_length=300,
        required=False,
        help_text=_(
            "Skriv så att den som behöver filen förstår, till exempel ”Skannad, går inte att läsa upp”. Lagen kräver "
            "att webbplatsen redovisar vad som inte är tillgängligt och varför."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].help_text = _(
                "Alla kan läsa filen när en publicerad sida som är öppen visar den. Till dess kan bara redaktörer "
                "öppna den."
            )
            if self.instance.pk:
                remarks = (remark(self.instance) for remark in hooks.get_hooks("remarks_on_document"))
                told = filter(None, [self.fields["file"].help_text, *remarks])
                self.fields["file"].help_text = " ".join(map(str, told))
        present = marking(self.instance)
        if present:
            self.initial |= {"accessible": present.verdict, "shortcomings": present.shortcomings}

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_content(file)
            check_virus(file)
        return file

    def clean(self):
        data = super().clean()
        if data.get("accessible") == Accessibility.NO and not data.get("shortcomings", "").strip():
            self.add_error("shortcomings", _("Skriv vad som brister i filen."))
        return data

    def add_error(self, field, error):
        # The model judges the name of the file also when the form has refused it, and then there is none.
        if field is None and self.has_error("file") and "file" in getattr(error, "error_dict", {}):
            return
        super().add_error(field, error)

    def save(self, commit=True):
        document = super().save(commit=commit)
        if commit and {"accessible", "shortcomings"} <= self.fields.keys():
            self._mark(document)
        return document

    def _mark(self, document):
        verdict, shortcomings = self.cleaned_data["accessible"], self.cleaned_data["shortcomings"]
        replaced = "file" in self.changed_data and self.initial.get("file")
        if replaced and not {"accessible", "shortcomings"} & set(self.changed_data):
            verdict = ""  # the verdict was about the old file
        mark(document, verdict, shortcomings if verdict == Accessibility.NO else "")
