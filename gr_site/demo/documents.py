"""The demo's files: small accessible PDFs, made once for each title."""

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.documents.models import Document
from wagtail.models import Collection, Page
from wagtail.utils.file import hash_filelike

from networks.documents.marking import mark
from networks.models.choices import Accessibility
from networks.rights.central import shared_files
from networks.rights.groups import editors_of

from .pdf import pdf


def document(title: str, paragraphs: Sequence[str], owner: Page, shortcomings: str = "") -> Document:
    """The document called ``title``, created with ``paragraphs`` if missing, in the collection of ``owner``.

    A network has a collection of its own; other pages use the shared one. The document is marked as accessible unless
    it has ``shortcomings``.
    """
    existing = Document.objects.filter(title=title).first()
    if existing:
        return existing
    content = ContentFile(pdf(title, paragraphs), name=f"{slugify(title)}.pdf")
    # Otherwise Wagtail sets size and hash on first use, which would be a write in a visitor's request.
    made = Document.objects.create(
        title=title,
        collection=_collection(owner),
        file=content,
        file_size=content.size,
        file_hash=hash_filelike(content),
    )
    if shortcomings:
        mark(made, Accessibility.NO, shortcomings)
    elif not title.startswith("Anteckningar"):  # minutes are left unmarked, for an editor to examine
        mark(made, Accessibility.YES)
    return made


def _collection(owner: Page) -> Collection:
    editors = editors_of(owner)
    return editors.collection if editors and editors.collection else shared_files()
