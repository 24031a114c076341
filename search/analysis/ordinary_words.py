"""Tells ordinary Swedish words from what may be somebody's name. Pure.

A word is ordinary if the list of words in this field has it, or all parts of it, or if it ends as only abstract nouns
do. Whatever else somebody types may be a name, which no program can rule out.
"""

import re
from typing import Final

from networks.text.municipalities import GR_MUNICIPALITIES

from .compounds import is_listed, parts
from .swedish import stem
from .words import is_stop_word, pieces

LONGEST_NUMBER: Final = 4  # figures: a year, a week, a section
# "Henning" and "Browning" are names, so only what is longer counts; and "Pickering", so that -ering is not enough.
_ABSTRACT = re.compile(
    r"(?=.{9})[a-zåäö]+(?:(?:ning|tion|(?:is|ic|i|[bg]l|[gt]r|n)ering|itet|skap)(?:en|er|erna|ar|arna)?|"
    r"het(?:en|er|erna)?|else(?:n|r|rna)?)s?"
)
# Names that are words as well, or that have the stem or the parts of one: Mats is the food's, Julia a July, and many
# are called Skog or Ström.
_ALSO_NAMES = frozenset(
    (
        "alma", "alva", "april", "bo", "björn", "dag", "dagmar", "dina", "ek", "folke", "gun", "hav", "ida", "julia",
        "julian", "juliana", "julie", "juni", "kim", "liv", "lo", "love", "lova", "maj", "maja", "mara", "mare",
        "mark", "mats", "max", "mina", "minna", "my", "park", "saga", "siv", "sten", "stig", "tor", "ulv", "vide",
        "viola",
        "alm", "ask", "backe", "berg", "blad", "blom", "brandt", "bro", "bäck", "dahl", "damm", "falk", "fors",
        "frisk", "fält", "glad", "gren", "gård", "hed", "hjälm", "holm", "hård", "kraft", "kvist", "lager", "lind",
        "lund", "lång", "löv", "modig", "rask", "ros", "sand", "sjö", "skog", "sköld", "slott", "sol", "stark",
        "strand", "ström", "ståhl", "svärd", "torp", "vik", "vinter", "väg", "äng",
    )
)  # fmt: skip
_PLACES = frozenset(place.lower() for name in GR_MUNICIPALITIES for place in name.split())


def is_ordinary(word: str) -> bool:
    """Whether ``word`` (lower case) is surely no part of a person's name."""
    return all(_is_ordinary(piece) for piece in pieces(word))


def may_be_name(word: str) -> bool:
    return word in _ALSO_NAMES


def _is_ordinary(word: str) -> bool:
    if word.isdigit():
        return len(word) <= LONGEST_NUMBER
    if len(word) == 1 or is_stop_word(word) or word.removesuffix("s") in _PLACES or is_listed(stem(word)):
        return True
    inner = parts(word)
    return bool(inner and all(map(is_listed, inner))) or bool(_ABSTRACT.fullmatch(word))
