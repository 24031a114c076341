"""Whether a query asks for a meeting by itself, by its day or title, rather than for what its network does. Pure."""

from collections.abc import Callable, Collection, Sequence

from .dates import is_day, month_name, weekday_names
from .ranking import Candidate
from .terms import PART
from .wanted import Wanted

# The least weight of an alternative that names the same thing, for a word as it is typed and for one that is mended.
SAME, MENDED = 0.9, 0.6
# Of a title that has more words than the query: how many of them name it.
ENOUGH = 2


def asking(query: Sequence[Wanted], plain: Collection[str] = ()) -> Callable[[Candidate], bool]:
    """A function that says whether ``query`` asks for a meeting by itself.

    ``plain`` are terms of titles that only say that it is a meeting.
    """
    times = [word.terms for word in query if _is_time(word.text)]
    ways = [
        [frozenset(way.terms) for way in word.alternatives if way.weight >= (MENDED if word.guessed else SAME)]
        for word in query
        if not _is_time(word.text)
    ]
    names = [of_word for of_word in ways if not any(way.issubset(plain) for way in of_word)]

    def asked_for(meeting: Candidate) -> bool:
        return _on_its_day(meeting, times) or _by_its_title(meeting, names, plain)

    return asked_for


def _is_time(text: str) -> bool:
    return is_day(text) or bool(month_name(text) or weekday_names(text))


def _on_its_day(meeting: Candidate, times: Sequence[set[str]]) -> bool:
    return bool(times) and not any(terms.isdisjoint(meeting.facts) for terms in times)


def _by_its_title(meeting: Candidate, names: Sequence[Sequence[frozenset[str]]], plain: Collection[str]) -> bool:
    """Whether the title has each word that does not name the owner, and either several of them or nothing else."""
    if not names or not meeting.titles:
        return False
    words = meeting.titles[0]
    named = []
    for ways in names:
        fits = [way for way in ways if way <= words]
        named += fits[:1]
        if not fits and not any(way <= meeting.owners for way in ways):
            return False
    if len(named) != 1:
        return len(named) >= ENOUGH
    return named[0].issuperset(term for term in words.difference(plain) if not term.startswith(PART))
