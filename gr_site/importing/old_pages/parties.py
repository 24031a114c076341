"""Names and abbreviations of political parties, as they stand beside people and above lists of them."""

from __future__ import annotations

import re

from .organisations import known_organisation

_NAMES = {
    "socialdemokraterna": "S",
    "arbetarepartiet-socialdemokraterna": "S",
    "moderaterna": "M",
    "nya moderaterna": "M",
    "moderata samlingspartiet": "M",
    "centerpartiet": "C",
    "centern": "C",
    "liberalerna": "L",
    "folkpartiet": "FP",
    "folkpartiet liberalerna": "FP",
    "vänsterpartiet": "V",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "kristdemokraterna": "KD",
    "sverigedemokraterna": "SD",
    "feministiskt initiativ": "FI",
    "demokraterna": "D",
}
_NAME = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True))) + r")\b", re.IGNORECASE)
#: A local party writes its abbreviation in brackets after its name, and after the names of its members.
_LOCAL = re.compile(r"(?i)(?=.*(?:parti|demokrat|obund|lista|väl\b|opolitisk)).{3,60}?\s*\((?P<short>[A-ZÅÄÖ]{1,6})\)")
_BRACKET = re.compile(r"(?<=[a-zåäöéü])\s*\(([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}|[-–])\)")
_BARE = re.compile(r"(?<=[a-zåäöé])\s+(S|M|C|L|V|MP|KD|SD|FP)(?=\s|,|$)")
_CELL = re.compile(r"S|M|C|L|V|MP|KD|SD|FP|FI|D")
_USUAL = frozenset({"S", "M", "C", "L", "V", "MP", "KD", "SD", "FP", "FI", "D", "MPG"})


def party_of_label(text: str) -> str:
    """The abbreviation for a line that is only the name of a party, such as a heading above its members; else ""."""
    label = text.strip(" :.")
    bare = re.sub(r"\s*\([A-ZÅÄÖa-zåäö]{1,6}\)$", "", label).casefold()
    if bare in _NAMES:
        return _NAMES[bare]
    found = _LOCAL.fullmatch(label)
    return found["short"] if found else ""


def take_party(text: str) -> tuple[str, str]:
    """The text with a comma for the party, and the party's abbreviation: "Ann Ek (S), Ale" -> ("Ann Ek, , Ale", "S").

    A dash in brackets says that there is no party.
    """
    for pattern in (_BRACKET, _BARE):
        for found in pattern.finditer(text):
            if pattern is _BARE or _is_party(found[1]):
                return f"{text[: found.start()]}, {text[found.end() :]}", found[1].upper().strip("-–")
    if named := _NAME.search(text):
        return f"{text[: named.start()]}, {text[named.end() :]}", _NAMES[named[0].casefold()]
    return text, ""


def is_party(text: str) -> bool:
    return bool(_CELL.fullmatch(text))


def _is_party(text: str) -> bool:
    return text.upper() in _USUAL or not (known_organisation(text) or text.casefold() in ("ordf", "sekr", "vice"))
