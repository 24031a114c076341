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
    """The document called ``title``, made with ``paragraphs`` if there is none, among the files of ``owner``: a
    network's are its own, any other page's are shared. It is marked as accessible unless it has ``shortcomings``."""
    existing = Document.objects.filter(title=title).first()
    if existing:
        return existing
    content = ContentFile(pdf(title, paragraphs), name=f"{slugify(title)}.pdf")
    # Wagtail fills in size and hash on first use otherwise, which would be a write while a visitor reads.
    made = Document.objects.create(
        title=title,
        collection=_collection(owner),
        file=content,
        file_size=content.size,
        file_hash=hash_filelike(content),
    )
    if shortcomings:
        mark(made, Accessibility.NO, shortcomings)
    elif not title.startswith("Anteckningar"):  # minutes are left for somebody to look at
        mark(made, Accessibility.YES)
    return made


def _collection(owner: Page) -> Collection:
    editors = editors_of(owner)
    return editors.collection if editors and editors.collection else shared_files()
