"""Reads and writes whether a document is marked as accessible."""

from ..models import DocumentAccessibility


def marking(document):
    """The document's ``DocumentAccessibility``, or None if nobody has examined the file."""
    return DocumentAccessibility.objects.filter(document=document.pk).first() if document.pk else None


def mark(document, verdict, shortcomings=""):
    """Write the marking. An empty ``verdict`` removes it, for example when the file has been replaced."""
    if not verdict:
        DocumentAccessibility.objects.filter(document=document.pk).delete()
        return
    DocumentAccessibility.objects.update_or_create(
        document_id=document.pk, defaults={"verdict": verdict, "shortcomings": shortcomings}
    )


def unmarked(documents):
    """Those of ``documents`` (a queryset) that nobody has examined."""
    return documents.filter(accessibility=None)
