"""The form of the first step: the old page as text or file, and what to import from it."""

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from ..old_pages import LegacyPageError, UnreadablePage, read_source
from ..old_pages.reading import LARGEST
from ..old_pages.sources import decode


class SourceForm(forms.Form):
    """Reads the page during validation: ``cleaned_data["page"]`` is a LegacyPage, or the field has an error.

    A browser sends a file only once. Its contents are then carried from step to step in ``kept_text`` and
    ``kept_name``, until another file is chosen or text is pasted.
    """

    text = forms.CharField(
        label=_("Sidans text"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        help_text=_("Markera allt på den gamla sidan, kopiera och klistra in här."),
    )
    file = forms.FileField(
        label=_("Eller en fil"),
        required=False,
        widget=forms.FileInput({"accept": ".txt,.html,.htm,.xhtml"}),
        help_text=_("En textfil (.txt) eller en sparad webbsida (.html), högst 2 MB."),
        error_messages={"empty": _("Filen är tom. Välj en annan fil.")},
    )
    address = forms.URLField(
        label=_("Den gamla sidans adress (får vara tom)"),
        required=False,
        assume_scheme="https",
        help_text=_(
            "Den gamla adressen leder sedan till den nya sidan. Adressen gör också att samma sida känns igen om du "
            "importerar den en gång till."
        ),
        error_messages={"invalid": _("Skriv hela adressen, till exempel https://www.example.se/natverk.")},
    )
    with_names = forms.BooleanField(
        label=_("Ta med personnamn"),
        required=False,
        help_text=_(
            "Kryssa bara i om det finns en rättslig grund för att publicera namnen. Oftast är det att uppgiften är av "
            "allmänt intresse: personen sitter i nätverket i sin tjänst eller sitt uppdrag. Den som har skyddade "
            "personuppgifter ska aldrig vara med. Utan krysset sparas inga namn, e-postadresser eller telefonnummer."
        ),
    )
    kept_text = forms.CharField(required=False, strip=False, widget=forms.Textarea({"hidden": True}))
    kept_name = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_file(self):
        """Refuse a file that is not text. Raises ValidationError with the reader's message."""
        upload = self.cleaned_data["file"]
        if upload and upload.size > LARGEST:
            raise forms.ValidationError(
                _("Filen är för stor (%(size)s). En sida får vara högst 2 MB."),
                params={"size": filesizeformat(upload.size)},
            )
        if upload:
            self._keep(_text_of(upload.read()), upload.name)
        return upload

    def clean(self):
        data = super().clean()
        pasted, upload = data.get("text", ""), data.get("file")
        if pasted.strip() and upload:
            self._keep("", "")
            self.add_error("file", _("Du har både klistrat in text och valt en fil. Välj det ena."))
        elif pasted.strip():
            self._keep("", "")
            self._read("text", pasted, "")
        elif "file" not in self.errors and "text" not in self.errors:
            self._read_kept()
        return data

    def _read_kept(self):
        if text := self.data.get("kept_text", ""):
            self._read("file", text, self.data.get("kept_name", ""))
        else:
            self.add_error("text", _("Klistra in sidans text eller välj en fil."))

    def _read(self, field, text, name):
        """Read the page, with line ends made uniform since browsers change them between the steps."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        try:
            self.cleaned_data["page"] = read_source(
                lines.encode(), name=name, url=self.cleaned_data.get("address", "")
            )
        except LegacyPageError as error:
            self.add_error(field, str(error))

    def _keep(self, text, name):
        self.data = self.data.copy()
        self.data["kept_text"], self.data["kept_name"] = text, name

    @property
    def shown_fields(self):
        return [self[name] for name in ("text", "file", "address", "with_names")]

    @property
    def kept_fields(self):
        return [self["kept_text"], self["kept_name"]]

    @property
    def carried(self):
        """All values as hidden fields, for the next step."""
        hidden = forms.Textarea({"hidden": True})
        texts = [self[name].as_widget(hidden) for name in ("text", "kept_text")]
        given = [self[name] for name in ("address", "with_names", "kept_name") if self[name].value()]
        return [*texts, *(field.as_hidden() for field in given)]


def _text_of(content):
    try:
        try:
            return decode(content)
        except UnreadablePage:
            read_source(content)  # raises for a recognisable wrong type, with its name
            raise
    except LegacyPageError as error:
        raise forms.ValidationError(str(error)) from error
