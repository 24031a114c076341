"""Finds the glossary's explanation of what was searched for."""

from networks.glossary.terms import shown_terms

from ..analysis.terms import same_words


def explained(text):
    """The terms from ``shown_terms`` that ``text`` as a whole names, in any form or written out.

    At most one query.
    """
    wanted = same_words(text)
    return [term for term in shown_terms() if wanted and any(same_words(way) == wanted for way in _ways(term))]


def _ways(term):
    return [*term.ways, term.expansion] if term.expansion else term.ways
