"""The marking of a document as accessible or not, read and written in one place."""

from ..models import DocumentAccessibility


def marking(document):
    """The document's ``DocumentAccessibility``, or None where nobody has looked at the file."""
    return DocumentAccessibility.objects.filter(document=document.pk).first() if document.pk else None


def mark(document, verdict, shortcomings=""):
    """Write the marking; an empty ``verdict`` takes it away, as when the file has been replaced."""
    if not verdict:
        DocumentAccessibility.objects.filter(document=document.pk).delete()
        return
    DocumentAccessibility.objects.update_or_create(
        document_id=document.pk, defaults={"verdict": verdict, "shortcomings": shortcomings}
    )


def unmarked(documents):
    """Those of ``documents`` (a queryset) that nobody has looked at."""
    return documents.filter(accessibility=None)
