"""What the glossary says of what was searched for."""

from networks.glossary.terms import shown_terms

from ..analysis.terms import same_words


def explained(text):
    """The terms that are all of ``text``, in any form or written out, as ``shown_terms`` gives them.

    At most one query.
    """
    wanted = same_words(text)
    return [term for term in shown_terms() if wanted and any(same_words(way) == wanted for way in _ways(term))]


def _ways(term):
    return [*term.ways, term.expansion] if term.expansion else term.ways
