"""How near each other the words of a query stand in a text. Pure.

The terms of a row have no places, and its text does. Only the best rows are looked at: see ``finding.closer``.
"""

import re
from collections.abc import Sequence
from typing import Final

from .dates import is_day
from .terms import token
from .wanted import Wanted

# What a row is worth more if the words stand side by side in the order of the query, or in one sentence or statement.
SIDE_BY_SIDE: Final = 1.35
ONE_LINE: Final = 1.12
EACH_TIME: Final = 0.08
MOST_TIMES: Final = 6
MOST_COUNTED: Final = 12
NOTHING: Final = "(?!)"
# Words between two that count as side by side: "chef för skolan" has one between.
_BETWEEN: Final = r"[^\W_]*[\W_]+(?:[^\W_]{1,8}[\W_]+)?"
_BEGINS: Final = r"(?<![^\W_])"


def often(query: Sequence[Wanted]) -> re.Pattern[str]:
    """What finds the words of ``query``, or the others that count as them, in folded texts."""
    terms = [term for word in query for term in (word.own if not word.guessed else ()) if not is_day(term)]
    best = sorted((each for word in query for each in word.alternatives), key=lambda each: -each.weight)
    terms += [each.terms[0] for each in best[:MOST_COUNTED] if len(each.terms) == 1 and not is_day(each.terms[0])]
    beginnings = sorted({token(term) for term in terms if len(term) > 2})
    return re.compile(_BEGINS + f"(?:{'|'.join(map(re.escape, beginnings)) or NOTHING})")


def density(texts: Sequence[str], words: re.Pattern[str]) -> float:
    """What a row with the folded ``texts`` is worth more for how often it has the words: a page about something says
    so more than once."""
    found = 0
    for text in texts:
        for _ in words.finditer(text):
            found += 1
            if found > MOST_TIMES:
                return 1 + EACH_TIME * MOST_TIMES
    return 1 + EACH_TIME * max(0, found - 1)


def patterns(query: Sequence[Wanted]) -> tuple[re.Pattern[str], list[re.Pattern[str]]] | None:
    """``(side by side, each word)`` for the words of ``query`` in folded texts; None for less than two words."""
    own = [term for word in query if not word.guessed for term in word.own if not is_day(term)]
    beginnings = [re.escape(token(term)) for term in own]
    if len(beginnings) < 2:
        return None
    together = re.compile(_BEGINS + (_BETWEEN + _BEGINS).join(beginnings))
    return together, [re.compile(_BEGINS + each) for each in beginnings]


def nearness(texts: Sequence[str], looked_for: tuple[re.Pattern[str], list[re.Pattern[str]]]) -> float:
    """What a row with the folded ``texts`` is worth more for how near the words stand."""
    together, each = looked_for
    if any(together.search(text) for text in texts):
        return SIDE_BY_SIDE
    lines = (line for text in texts for line in text.splitlines() if each[0].search(line))
    return ONE_LINE if any(all(word.search(line) for word in each) for line in lines) else 1.0
