"""Turns paragraphs of an old page into HTML for Wagtail's rich text, with only the features the site allows."""

from collections.abc import Iterable
from itertools import groupby

from django.utils.html import escape

from ..old_pages import Paragraph


def rich_text(paragraphs: Iterable[Paragraph]) -> str:
    """Consecutive bullets become one list, and a heading inside a field becomes a bold line."""
    return "".join(_run(style, list(run)) for style, run in groupby(paragraphs, key=lambda paragraph: paragraph.style))


def _run(style: str, paragraphs: list[Paragraph]) -> str:
    texts = [escape(paragraph.text) for paragraph in paragraphs]
    if style == "bullet":
        return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
    if style == "heading":
        return "".join(f"<p><b>{text}</b></p>" for text in texts)
    return "".join(f"<p>{text}</p>" for text in texts)
