"""Tells how a word is spelt that a misspelt one was taken for."""

from ..analysis.guesses import HALF
from ..analysis.terms import token, word_terms
from ..analysis.words import words


def meant(wanted, shown):
    """The word that ``wanted`` was guessed to be, as it stands in the texts ``shown``; '' if none of them has it.

    Words are taken only from texts that the visitor is shown, so that no word of a hidden page can appear.
    """
    ways = [each for each in wanted.alternatives if len(each.terms) == 1 and each.weight >= HALF]
    best = max((each.weight for each in ways), default=0.0)
    likeliest = {token(each.terms[0]) for each in ways if each.weight == best}
    for likely in (likeliest, {token(each.terms[0]) for each in ways}):
        for text in shown:
            for word in words(text):
                if token(word_terms(word)[0]) in likely:
                    return word
    return ""
