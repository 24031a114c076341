"""Sentences that tell that a network rests or has ended, who takes over, and what it was called before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .bodies import MENTION
from .page import Status
from .patterns import any_of, words

_PAUSED = words(r"pausa[dts]?|pausats?|pausades|paus|vilande|vilar|ligger nere")
_CLOSED = words(r"""
    avsluta(?:d|t|des|ts)|upphör(?:t|de)?|lagts? ned|läggs? ned|lades ned|nedlag[dt]|avvecklats?|avvecklades
    |(?:ersatts?|ersätts|ersattes|efterträds|efterträtts) av|(?:uppgått|gått upp) i
""")
_SUBJECT = words(r"nätverket|gruppen|samarbetet|[a-zåäö]+nätverket|[a-zåäö]+gruppen|nätverk")
_SUCCESSOR = re.compile(
    r"\b"
    + any_of(r"""(?:ersatts?|ersätts|ersattes|efterträds|efterträtts) av|till förmån för|(?:uppgått|gått upp|går upp) i
        |ingår numera i|heter numera|heter nu""")
    + r"\s+([^.,;]{3,80})",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s+(?:från|sedan|under|fr\.o\.m|år|den|och|som)\b")
_FORMER = re.compile(
    r"\b"
    + any_of(r"""[Ee]rsätter (?:den |det )?(?:tidigare|gamla)
        |[Tt]idigare (?:kallat|kallad|benämnt|namn:?|hette(?: det)?)
        |hette tidigare|f\.?d\.?|före detta|kallades tidigare|hette fram till(?: \d{4})?""")
    + r"\s+[”\"]?([A-ZÅÄÖ][^.,;()”\"]{2,80})"
)


def read_status(sentences: Sequence[str], title: str) -> tuple[Status, str]:
    """The status and the sentence that gives it. Only a sentence about the page's own body counts."""
    for sentence in sentences:
        own = _SUBJECT.search(sentence) or title.casefold() in sentence.casefold() or len(sentence.split()) <= 2
        if own and _PAUSED.search(sentence):
            return "paused", sentence
        if own and _CLOSED.search(sentence):
            return "closed", sentence
    return "active", ""


def read_successor(sentence: str) -> str:
    """The body that takes over, when it is called by a name that a body can have; else ""."""
    found = _SUCCESSOR.search(sentence)
    if not found:
        return ""
    name = _NAME_END.split(found[1])[0].strip()
    return name[0].upper() + name[1:] if MENTION.match(name) or name.casefold().startswith("nätverk") else ""


def read_earlier_names(sentences: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found[1].strip() for sentence in sentences for found in _FORMER.finditer(sentence)))
