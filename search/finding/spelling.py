"""Another spelling, where the one typed is nowhere to be found."""

from ..analysis.terms import token, word_terms
from ..analysis.words import words

# A longer word that holds a near one counts less than this and is no spelling of what was typed.
LEAST = 0.5


def did_you_mean(text, found, shown):
    """``text`` with each misspelt word as the first hits spell it; empty where there is nothing to correct.

    The words are taken from hits that the visitor is shown, so no word of a hidden page can appear.
    """
    corrected = {word.text: _spelling(word, shown) for word in found.query if word.misspelt}
    corrected = {typed: meant for typed, meant in corrected.items() if meant and meant != typed}
    if not corrected:
        return ""
    return " ".join(corrected.get(word, word) for word in words(text))


def _spelling(wanted, shown):
    """The word of the first hit that has one of the near terms, the nearest term first."""
    for alternative in wanted.alternatives[1:]:
        if len(alternative.terms) > 1 or alternative.weight < LEAST:
            continue
        for hit in shown:
            for word in words(hit.plain_text):
                if token(word_terms(word)[0]) == token(alternative.terms[0]):
                    return word
    return ""
