"""Rows for documents: one for each page that makes the document public. None for one in a closed collection."""

from pathlib import PurePath

from django.utils.translation import get_language, gettext
from wagtail.documents import get_document_model
from wagtail.models import Page

from events.days.date_format import format_date, known
from networks.files.uses import pages_showing

from ..analysis.dates import day_terms, day_words
from ..models import Findable
from ..models.choices import HitKind
from ..models.querysets import in_closed_collection
from .findable import row
from .texts import lines

# What people call the documents of a meeting, by its field.
_WORDS = {
    "sv": {"minutes": "anteckningar protokoll minnesanteckningar", "agenda": "dagordning"},
    "en": {"minutes": "minutes notes", "agenda": "agenda"},
}


def document_rows(page, keys, *, titles, dates, varieties=None, numbers=None, owners="", **shared):
    """Rows for the documents ``keys`` on ``page``. ``titles``, ``dates``, ``varieties`` and diary ``numbers`` are
    what the page says about some of them."""
    documents = get_document_model().objects.filter(pk__in=keys).exclude(in_closed_collection("collection__"))
    documents = documents.select_related("read_text", "accessibility").order_by("pk")
    return [
        _document_row(
            page, document, titles.get(document.pk) or document.title, dates.get(document.pk),
            (varieties or {}).get(document.pk, ""), (numbers or {}).get(document.pk, ""), owners=owners, **shared,
        )
        for document in documents
    ]  # fmt: skip


def pages_with(documents):
    """The translation keys of the pages that have or show any of ``documents`` (keys), also where they are closed."""
    documents = list(documents)
    showing = pages_showing(get_document_model(), documents) if documents else {}
    pages = Page.objects.filter(pk__in={page for keys in showing.values() for page in keys})
    rows = Findable.objects.filter(document__in=documents)
    return {*pages.values_list("translation_key", flat=True), *rows.values_list("subject", flat=True)}


def _called(variety):
    """Since the file's own text is Swedish, its Swedish names help in every language."""
    languages = dict.fromkeys(["sv", known(get_language())])
    return " ".join(_WORDS.get(language, {}).get(variety, "") for language in languages).strip()


def _document_row(page, document, title, day, variety, number, **shared):
    text, verdict = getattr(document, "read_text", None), getattr(document, "accessibility", None)
    form = PurePath(document.file.name).suffix.removeprefix(".").upper()
    return row(
        page,
        key=f"document:{document.pk}:{page.translation_key}",
        kind=HitKind.DOCUMENT,
        variety=variety,
        document=document,
        title=title,
        facts=lines(
            f"{gettext('Dokument')} {form}".strip(),
            number and " ".join([gettext("Diarienummer"), number]),
            day and format_date(day, weekday=False, language=known(get_language())),
            verdict and verdict.shortcomings,
        ),
        text=text.text if text else "",
        extra=[_called(variety), day_words(day, day) if day else ""],
        labels=lambda: [gettext("Dokument"), _called(variety)],
        days=day_terms(day, day) if day else [],
        first_day=day,
        last_day=day,
        **shared,
    )
