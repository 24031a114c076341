"""What the search knows of words, for the calendar's text filter.

Nothing here depends on which words the site has, but on synonyms: what a filter lets through changes with the meetings
and when a synonym does (``signals``), and feeds that follow it are told of both.
"""

from functools import lru_cache, partial

from events.selection.said import Operators, Word
from networks.translation import shown_language

from ..analysis import swedish
from ..analysis.folding import fold
from ..analysis.guesses import MISSPELT
from ..analysis.operators import beside_phrases, pattern, replaced, take_operators
from ..analysis.terms import terms, token, word_terms
from ..analysis.thesaurus import SAME
from ..analysis.vocabulary import AnyWord, Vocabulary
from ..analysis.wanted import BESIDE_THE_WORD, wanted
from .finder import languages_of
from .known import known
from .spelling import meant

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


def query_operators(text):
    """The Operators of ``text``: see ``events.selection.said``."""
    languages = languages_of(shown_language())
    found = take_operators(text)
    phrases = {phrase: _phrase(phrase) for phrase in found.phrases}
    without = {word: _form_of(word, languages) for word in found.without}
    return Operators(
        beside_phrases(text), phrases, without | {phrase: _phrase(phrase) for phrase in found.without_phrases}
    )


def corrected_query(text, texts):
    """``text`` with each word that none of ``texts`` has as a word that it was surely meant to be, as it is written
    there; '' if there is none. What operators hold is as it is meant.

    Only for a page that says so. A feed follows the words of its address, or a new meeting could change them.
    """
    language = shown_language()
    languages = languages_of(language)
    vocabulary = Vocabulary([terms([each], code)] for each in texts for code in languages)
    asked = wanted(beside_phrases(text), vocabulary, known(language).ways, languages=languages)
    others = {word.text: meant(word, texts) for word in asked if _is_misspelt(word)}
    others = {word: other for word, other in others.items() if other}
    return replaced(text, others) if others else ""


def _is_misspelt(word):
    return (
        word.guessed
        and not word.far
        and any(len(each.terms) == 1 and each.weight >= MISSPELT for each in word.alternatives)
    )


def _phrase(typed):
    found = pattern(typed)
    return Word(lambda text: bool(found.search(fold(text))))


def _form_of(typed, languages):
    """The Word of what is left out: in any form or compound, as the search does."""
    own = {token(word_terms(typed.lower(), language)[0]) for language in languages}
    return Word(lambda text: not own.isdisjoint(_tokens(text, languages)))


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
