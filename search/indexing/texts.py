"""Reads the words of a page that a visitor sees, and the documents it links to."""

import re

from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField

from networks.text.entities import unescaped
from networks.text.tags import without_tags

_BLOCK_END = re.compile(r"<br\s*/?>|</(?:p|li|h[1-6]|td|th|div|blockquote)>", re.IGNORECASE)
# Fields that are not shown as the page's own text or are elsewhere in the row.
_LEFT_OUT = {"title", "draft_title", "slug", "seo_title", "import_key", "content_fingerprint", "url_path", "path"}


def lines(*texts):
    """``texts`` (plain or HTML) as plain text, one line per paragraph, without empty lines."""
    joined = "\n".join(without_tags(_BLOCK_END.sub("\n", str(text))) for text in texts if text)
    rows = (" ".join(unescaped(row).split()) for row in joined.splitlines())
    return "\n".join(row for row in rows if row)


def body_lines(body):
    """The text of a page's blocks that a visitor reads, without blocks for editors."""
    return lines(*body.stream_block.get_searchable_content(body))


def own_lines(page, names):
    """The text of the fields ``names`` of ``page``."""
    texts = []
    for name in names:
        value = getattr(page, name)
        texts.append(body_lines(value) if isinstance(page._meta.get_field(name), StreamField) else value)
    return lines(*texts)


def text_fields(page):
    """The names of a page type's fields with text for visitors, in the model's order."""
    own = [field for field in page._meta.local_fields if field.name not in _LEFT_OUT]
    return [field.name for field in own if isinstance(field, RichTextField | StreamField) or _is_text(field)]


def _is_text(field):
    return field.get_internal_type() == "TextField" and field.editable


def linked_documents(page):
    """The keys of the documents that the page's text links to or shows."""
    documents = get_document_model()
    keys = set()
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField | StreamField) and getattr(page, field.name):
            references = field.extract_references(getattr(page, field.name))
            keys |= {int(key) for model, key, *_ in references if issubclass(model, documents)}
    return keys
