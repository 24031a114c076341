"""The bytes of a file -> a page. Text or HTML, in the encodings that browsers and old editors save."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from bs4.dammit import UnicodeDammit

from .encodings import decode_windows, with_right_letters
from .errors import NotANetworkPage, UnreadablePage
from .guesses import year_in
from .page import LegacyPage
from .reading import LARGEST, read_html, read_page

_HTML = re.compile(
    r"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body|main|article|div|h1|table|center|font)\b",
    re.IGNORECASE,
)
_SIGNATURES = (
    (b"%PDF", "Filen är en PDF."),
    (b"PK\x03\x04", "Filen är ett Word-dokument eller ett zip-arkiv."),
    (b"\xd0\xcf\x11\xe0", "Filen är ett äldre Word-dokument."),
    (b"\x89PNG", "Filen är en bild."),
    (b"\xff\xd8\xff", "Filen är en bild."),
    (b"GIF8", "Filen är en bild."),
)
_ADVICE = "Spara sidan som text eller HTML och försök igen."


def read_source(data: bytes, *, name: str = "", url: str = "") -> LegacyPage:
    """The page in a file's bytes; ``name`` is the file's name, whose ending may tell HTML. Raises as read_page."""
    if len(data) > LARGEST:
        raise UnreadablePage("Filen är för stor för att vara en sida.")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadablePage(f"{what} {_ADVICE}")
    text = decode(data)
    is_html = name.casefold().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.match(text[:2000]))
    if is_html and not (text.startswith("\ufeff") or _is_utf8(data)):
        text = UnicodeDammit(data, is_html=True).unicode_markup or text
    text, remark = with_right_letters(text)
    try:
        page = read_html(text, url=url) if is_html else read_page(text, url=url)
    except NotANetworkPage as error:
        raise NotANetworkPage(str(error), _of_file(error.page, remark, name)) from None
    return _of_file(page, remark, name)


def _of_file(page: LegacyPage, remark: str, name: str) -> LegacyPage:
    """The page with what the file itself tells: that its encoding is wrong, and a year in its name."""
    remarks = (remark, *page.remarks) if remark else page.remarks
    return replace(page, remarks=remarks, year=page.year or year_in(name))


def decode(data: bytes) -> str:
    """UTF-16 by its mark, else UTF-8, else Windows-1252 (what old Swedish pages were saved in)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise UnreadablePage(f"Filen innehåller inte text. {_ADVICE}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_windows(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
