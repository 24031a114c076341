"""Splits text into words. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from networks.text.normal_form import normalized
from networks.text.word_length import LONGEST_WORD, analysed

# Letters and figures. A hyphen or an apostrophe inside a word is part of it ("IT-chef", "members'").
_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
_JOINT = re.compile(r"['’\-\u2010\u2011]")
_UNJOINED = re.compile(r"[^\W_]+")

# Words that say nothing about a page's subject. A query of only such words keeps them.
_STOP_WORDS = """
alla allt att av bland blir bli blev de dem den denna deras dess det detta dig din ditt dina du där efter eller en er
ett för från få får ha han har hon hos hur här i in inom inte ja jag kan kommer med mellan mer mig min mitt mot mycket
ni nu någon något några när nästa och om oss på ska som så sin sitt sina samt till två upp ut under utan vad var vara
varför vart vem vi vid vilka vilken vilket vill är åt över a an and are at by for from how is it not of on or the to
was what when where which who with
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
LIST = Path(__file__).with_name("little_words.txt")


def _sections(text: str) -> dict[str, frozenset[str]]:
    """``{name: words}`` of a list with ``[name]`` above each section. ``#`` begins a comment."""
    found: dict[str, set[str]] = {}
    for line in filter(None, (line.partition("#")[0].strip() for line in text.splitlines())):
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), set())
        else:
            section.update(line.split())
    return {name: frozenset(each) for name, each in found.items()}


_LITTLE = _sections(LIST.read_text(encoding="utf-8"))
# Words that only ask. Pages have them too, so that they are left out of queries with other words and not of the index.
ASKING = _LITTLE["asking"]
# Pronouns, adverbs and the like, which queries do without as well. In a phrase of the thesaurus they may matter.
LITTLE = _LITTLE["little"]
# Common verbs and the like: part of the question more often than of its subject, so that a page need not have them.
COMMON = _LITTLE["common"]
# What all of the site is about.
WHOLE = _LITTLE["whole"]

# What turns a phrase into its opposite. Some are stop words, too.
NEGATIONS = _LITTLE["negations"]
# Whose somebody is, and who is one's own so often that it says little: "min son", "my kids".
_WHOSE, _OWN = _LITTLE["whose"], _LITTLE["own"]


def clean(text: str) -> str:
    """``text`` in composed form (NFC) and without control characters."""
    return "".join(letter if letter.isprintable() or letter.isspace() else " " for letter in normalized("NFC", text))


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, word)`` for each word as written in ``text``. Words with hyphens are kept whole.

    A word that is too long to be analysed is parted at its hyphens, and each part is represented by how it begins.
    This is the only place that bounds a word's length: what analyses words gets them from here.
    """
    for match in _WORD.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            yield match.start(), match.end(), match.group()
        else:
            for part in _UNJOINED.finditer(text, match.start(), match.end()):
                yield part.start(), part.end(), analysed(part.group())


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case, as ``spans`` finds them."""
    return [word.lower() for _, _, word in spans(text)]


def pieces(word: str) -> list[str]:
    """The parts of a word with hyphens: ``["it", "chef"]``; only the word itself if it has none."""
    return [piece for piece in _JOINT.split(word) if piece]


def is_stop_word(word: str) -> bool:
    return word in STOP_WORDS


def is_common(word: str) -> bool:
    return word in COMMON


def is_asking(word: str) -> bool:
    return word in ASKING


def is_left_out(word: str) -> bool:
    """Whether a query does without ``word`` if it has others."""
    return word in ASKING or word in LITTLE


def is_negation(word: str) -> bool:
    return word in NEGATIONS


def own_relations(typed: Sequence[str]) -> set[str]:
    """The words of ``typed`` that are somebody's own child."""
    return {word for whose, word in pairwise(typed) if whose in _WHOSE and word in _OWN}
