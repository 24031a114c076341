"""A translation that comes back as a file. Nothing of it is stored if any of its texts is refused.

In place of wagtail-localize's view, which takes files of any size and looks up each of their entries in the database.
"""

import polib
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from .po_files import LARGEST, WHOSE, UnreadableError, read
from .translated_values import check_translation


@require_POST
def upload_pofile(request, translation_id):
    translation = get_object_or_404(Translation, pk=translation_id)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    try:
        texts = _texts(translation, request.FILES.get("file"))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        translation.import_po(_file(translation, texts), user=request.user, tool_name="PO File")
        messages.success(request, _("Översättningarna i filen är sparade."))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _texts(translation, file):
    """``{(path, text of the page): its translation}`` of what ``file`` translates of the page, as it is now.

    Raises ValidationError for a file, or a translation in it, that is not taken.
    """
    if file is not None and file.size > LARGEST:
        raise ValidationError(
            _(
                "Filen är för stor: högst 1 MB får plats. Ladda ner filen på nytt, och skriv bara översättningarna "
                "i den."
            )
        )
    try:
        whose, entries = read(file.read() if file is not None else b"")
    except UnreadableError:
        raise ValidationError(
            _("Filen går inte att läsa som en PO-fil. Ladda ner filen på nytt och skriv i den.")
        ) from None
    if whose != str(translation.uuid):
        raise ValidationError(
            _("Filen är ingen översättning av den här sidan. Ladda ner filen på nytt och skriv i den.")
        )
    own = set(StringSegment.objects.filter(source=translation.source).values_list("context__path", "string__data"))
    found = {(each.msgctxt, each.msgid): each.msgstr for each in entries if each.msgstr}
    texts = {place: text for place, text in found.items() if place in own}
    _check(texts)
    return texts


def _check(texts):
    for (_path, original), text in texts.items():
        try:
            check_translation(text)
        except ValidationError as error:
            values = {"text": Truncator(original).chars(60), "error": " ".join(error.messages)}
            raise ValidationError(_("Översättningen av ”%(text)s” går inte att spara. %(error)s") % values) from None


def _file(translation, texts):
    file = polib.POFile()
    file.metadata = {WHOSE: str(translation.uuid)}
    file.extend(polib.POEntry(msgctxt=path, msgid=original, msgstr=text) for (path, original), text in texts.items())
    return file
