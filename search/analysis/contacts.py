"""Finds the same term for a telephone number or an e-mail address however it is written, in the index and in queries.
Pure.

The terms are never words: ``e0annaexamplese`` for anna@example.se, ``t46313901234`` for 031-390 12 34, 0313901234 and
+46 31 390 12 34. A number without a country's code is Swedish (Post- och telestyrelsen, the national numbering plan).
"""

import re
from typing import Final

_MAIL = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)+")
# Seven to nine figures after a Swedish nought, else up to 14 (E.164), with spaces, hyphens or brackets between them.
# Not a day such as 09-10-2026; and a point or a dash stands in a time: 08.30–11.30.
_FIGURE = r"(?:[ \u00a0\u2011()-]{0,2}\d)"
_PHONE = re.compile(
    r"(?<![\w+.:-])(?!\d\d-\d\d[- ](?:19|20)\d\d\b)"
    rf"(?:(?P<abroad>\+ ?|00 ?)(?P<whole>{_FIGURE}{{7,14}})|0(?P<own>{_FIGURE}{{7,9}}))(?![\d:])"
)
_NOT_FIGURES = re.compile(r"\D")
SWEDEN: Final = "46"
# A page that people write has a few; a document that is a register of addresses is still found by its words.
MOST: Final = 500


def contact_terms(text: str) -> list[str]:
    """The terms of the addresses and numbers in ``text``, each once, at most ``MOST``."""
    return list(dict.fromkeys(term for _, _, term in contact_spans(text)))[:MOST]


def contact_spans(text: str) -> list[tuple[int, int, str]]:
    """``(start, end, term)`` of each address in ``text``, and then of each number."""
    found = [(*match.span(), _mail_term(match.group())) for match in _MAIL.finditer(text)]
    return found + [(*match.span(), _phone_term(match)) for match in _PHONE.finditer(text)]


def take_contacts(query: str) -> tuple[str, list[tuple[str, str]]]:
    """``(the rest of the query, [(as written, term)])`` for those in ``query``."""
    taken: list[tuple[str, str]] = []

    def take(match: re.Match[str], term: str) -> str:
        taken.append((match.group().strip(), term))
        return " "

    query = _MAIL.sub(lambda match: take(match, _mail_term(match.group())), query)
    return _PHONE.sub(lambda match: take(match, _phone_term(match)), query), taken


def _mail_term(address: str) -> str:
    return "e0" + "".join(letter for letter in address.lower() if letter.isalnum())


def _phone_term(match: re.Match[str]) -> str:
    if match["own"]:
        return f"t{SWEDEN}{_NOT_FIGURES.sub('', match['own'])}"
    figures = _NOT_FIGURES.sub("", match["whole"])
    national = figures.removeprefix(SWEDEN)
    # "+46 (0)31": the nought is only for those who call within the country.
    return f"t{SWEDEN}{national.lstrip('0')}" if national != figures else f"t{figures}"
