"""The demo's files: small accessible PDFs, made once for each title."""

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.documents.models import Document
from wagtail.utils.file import hash_filelike

from networks.choices import Accessibility
from networks.documents.marking import mark

from .pdf import pdf


def document(title: str, paragraphs: Sequence[str]) -> Document:
    """The document called ``title``, made with ``paragraphs`` if there is none."""
    existing = Document.objects.filter(title=title).first()
    if existing:
        return existing
    content = ContentFile(pdf(title, paragraphs), name=f"{slugify(title)}.pdf")
    # Wagtail fills in size and hash on first use otherwise, which would be a write while a visitor reads.
    made = Document.objects.create(title=title, file=content, file_size=content.size, file_hash=hash_filelike(content))
    if not title.startswith("Anteckningar"):  # minutes are left for somebody to look at
        mark(made, Accessibility.YES)
    return made
