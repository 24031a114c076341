"""Decides which searches may be kept for editors: only those of ordinary words. Pure."""

import re
from collections.abc import Container
from datetime import date

from .operators import take_operators
from .ordinary_words import is_ordinary, may_be_name
from .periods import take_period
from .swedish import stem
from .words import clean, is_stop_word, words

LONGEST = 60
MOST_WORDS = 6
# A shorter word that names a thing may be a name too: a programme of that name, an abbreviation.
SHORTEST_SURE = 7
# An e-mail or web address, a number in a street, or enough figures, whatever stands between them, for a personal
# identity number, a telephone number or a registry number.
_PERSONAL = re.compile(
    r"@|\S+\.\S+/|(?:\d[\W_]*){5,}|(?:gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torg|torget|plats|platsen|allé|"
    r"allén|backe|backen|kaj|kajen|led|leden|strand|stranden|gård|gården)[\W_]+\d"
)
# Words that join others or lead to an hour, besides the stop words.
_JOINING = frozenset({"and", "or", "not", "near", "och", "eller", "inte", "utan", "kl", "klockan"})


def reportable(query: str, known: Container[tuple[str, ...]] = frozenset()) -> str:
    """``query`` in lower case with single spaces; '' if it may contain something personal.

    A single word that is also a given name ("park", "maj") is kept, but not together with others. ``known`` are the
    stems of phrases that name things: such a phrase by itself is kept, and with other words one that is a long word.
    """
    text = " ".join(clean(query).lower().split())
    found = words(text)
    if len(text) > LONGEST or _PERSONAL.search(text) or not 0 < len(found) <= MOST_WORDS:
        return ""
    if tuple(map(stem, found)) in known:
        return text
    sure = (is_ordinary(word) or (len(word) >= SHORTEST_SURE and (stem(word),) in known) for word in found)
    if not all(sure) or (len(found) > 1 and any(map(may_be_name, found))):
        return ""
    return text


def is_actionable(query: str, today: date, known: Container[tuple[str, ...]] = frozenset()) -> bool:
    """Whether ``query``, as ``reportable`` gives it, has a word that a page could be about or a group of words have.

    Days, figures, single letters, operators and words such as "och" are no such words, unless they are a phrase of
    ``known``, such as "it" or "1177".
    """
    if tuple(map(stem, words(query))) in known:
        return True
    rest = take_operators(query).rest
    for _ in range(MOST_WORDS):
        taken = take_period(rest, today)
        if taken is None:
            break
        rest = taken[0]
    return any(map(_names_something, words(rest)))


def _names_something(word: str) -> bool:
    return len(word) > 1 and any(map(str.isalpha, word)) and not (is_stop_word(word) or word in _JOINING)
