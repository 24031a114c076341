"""Rows for pages that are neither networks nor events."""

from ..models.choices import HitKind
from .document_rows import document_rows
from .findable import row
from .texts import lines, linked_documents, own_lines, text_fields


def page_rows(page):
    own = row(
        page,
        key=f"page:{page.translation_key}",
        kind=HitKind.PAGE,
        title=page.title,
        text=_text(page),
    )
    return [own, *document_rows(page, linked_documents(page), titles={}, dates={}, owners=page.title)]


def _text(page):
    """What the page itself says that it shows, if that is more than its fields: a page type may have ``whole_text()``,
    HTML in the active language, and renews the row when something else than a publication changes it."""
    if hasattr(page, "whole_text"):
        return lines(page.whole_text())
    return lines(own_lines(page, text_fields(page)) or page.search_description)
