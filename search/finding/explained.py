"""Finds the glossary's explanation of what was searched for."""

from ..analysis.terms import same_words


def explained(text, terms):
    """Those of ``terms`` (see ``known``) that ``text`` as a whole names, in any form or written out."""
    wanted = same_words(text)
    return [term for term in terms if wanted and any(same_words(way) == wanted for way in _ways(term))]


def _ways(term):
    return [*term.ways, term.expansion] if term.expansion else term.ways
