"""Suggests another spelling if the typed one is not found."""

from ..analysis.terms import token, word_terms
from ..analysis.words import words

# A longer word that contains a similar one weighs less than this and is not a spelling of what was typed.
LEAST = 0.5


def did_you_mean(text, found, shown):
    """``text`` with each misspelt word spelt as in the first hits; '' if there is nothing to correct.

    Words are taken only from hits that the visitor is shown, so that no word of a hidden page can appear.
    """
    corrected = {word.text: _spelling(word, shown) for word in found.query if word.misspelt}
    corrected = {typed: meant for typed, meant in corrected.items() if meant and meant != typed}
    if not corrected:
        return ""
    return " ".join(corrected.get(word, word) for word in words(text))


def _spelling(wanted, shown):
    """The word from the first hit that has one of the similar terms, the most similar term first."""
    for alternative in wanted.alternatives[1:]:
        if len(alternative.terms) > 1 or alternative.weight < LEAST:
            continue
        for hit in shown:
            for word in words(hit.plain_text):
                if token(word_terms(word)[0]) == token(alternative.terms[0]):
                    return word
    return ""
