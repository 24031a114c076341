"""Tells the editor of a document whether search finds it by what stands in the file."""

from django.utils.translation import gettext_lazy as _

from ..models import DocumentText
from ..models.choices import TextState

_WORDS = {
    TextState.WAITING: _("Texten i filen läses. Sökningen hittar den om en stund."),
    TextState.EMPTY: _("Filen har ingen text, kanske är den skannad. Sökningen hittar bara titeln."),
    TextState.BROKEN: _("Texten i filen gick inte att läsa. Sökningen hittar bara titeln."),
}


def remark(document):
    """Words for the form of ``document``, or None where there is nothing to say."""
    text = DocumentText.objects.filter(document=document).first()
    return _WORDS.get(text.state) if text else None
