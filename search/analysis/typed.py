"""Works out what a visitor wants who is still typing: the last word may be the beginning of another. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from .names import Names
from .relatives import LONGER_BEGINS
from .terms import token, word_terms
from .thesaurus import Ways
from .vocabulary import Vocabulary
from .wanted import LONGEST_QUERY, Alternative, Wanted, wanted
from .words import clean, is_stop_word, spans


def typed(
    query: str, vocabulary: Vocabulary, ways: Ways, names: Names, *, languages: Sequence[str] = ("sv",)
) -> list[Wanted]:
    """The words of ``query`` as ``wanted`` gives them, and beside the last word those in ``names`` that begin with it.

    A spelling is guessed only for a word that nothing begins with: every word is unknown until it is finished.
    """
    text = clean(query[:LONGEST_QUERY]).lower()
    found = list(spans(text))
    if not found or not text[-1].isalnum():
        return wanted(text, vocabulary, ways, languages=languages)
    start, _, last = found[-1]
    before = text[:start] if any(not is_stop_word(word) for _, _, word in found[:-1]) else ""
    if before and is_stop_word(last):
        return wanted(before, vocabulary, ways, languages=languages)
    longer = [Alternative((term,), LONGER_BEGINS) for term in names.beginning(token(last))]
    own = [Alternative((word_terms(last, language)[0],), 1.0) for language in languages]
    if longer and not any(alternative.terms[0] in vocabulary for alternative in own):
        rest = wanted(before, vocabulary, ways, languages=languages) if before else []
        return [*rest, Wanted(last, tuple(longer), own[0].terms)]
    whole = wanted(text, vocabulary, ways, languages=languages)
    if not whole and longer:
        return [Wanted(last, tuple(longer), own[0].terms)]
    return [_with(word, longer) if word.text == last else word for word in whole]


def _with(word: Wanted, longer: Sequence[Alternative]) -> Wanted:
    added = [alternative for alternative in longer if alternative.terms[0] not in word.terms]
    return replace(word, alternatives=(*word.alternatives, *added))
