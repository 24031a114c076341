"""What the search knows of words, for the calendar's text filter.

Nothing here depends on which words the site has, but on synonyms: what a filter lets through changes with the meetings
and when a synonym does (``signals``), and feeds that follow it are told of both.
"""

from functools import lru_cache, partial

from events.selection.said import Word
from networks.translation import shown_language

from ..analysis import swedish
from ..analysis.terms import terms, token
from ..analysis.thesaurus import SAME
from ..analysis.vocabulary import AnyWord
from ..analysis.wanted import BESIDE_THE_WORD, wanted
from .finder import languages_of
from .known import known

# How much a word must count for to be the same as what was asked for, beside that word itself: a filter shows nothing
# farther off.
LEAST = SAME * BESIDE_THE_WORD
# How much of a longer word must begin or end with the word, as in the search (``analysis/wanted.py``).
BEGINNING, END = 4, 5
_MEETING = frozenset(token(swedish.stem(word)) for word in ("möte", "sammanträde", "träff", "meeting"))
_ANY_WORD = AnyWord()


def known_words(text):
    """The Words of ``text`` in the shown language."""
    language = shown_language()
    languages = languages_of(language)
    asked = wanted(text, _ANY_WORD, known(language).ways, languages=languages)
    return [_word(each, languages) for each in asked]


def _word(asked, languages):
    ways = [frozenset(map(token, each.terms)) for each in asked.alternatives if each.weight >= LEAST]
    own = [token(term) for term in asked.own] if len(asked.own) == 1 else []
    return Word(partial(_occurs, ways, own, languages), of_all=not _MEETING.isdisjoint(own))


def _occurs(ways, own, languages, text):
    found = _tokens(text, languages)
    return any(way <= found for way in ways) or any(_longer(bare, found) for bare in own)


def _longer(bare, found):
    begins, ends = len(bare) >= BEGINNING, len(bare) >= END
    return any((begins and each.startswith(bare)) or (ends and each.endswith(bare)) for each in found)


@lru_cache(maxsize=20_000)
def _tokens(text, languages):
    return frozenset(token(term) for language in languages for term in terms([text], language).split())
