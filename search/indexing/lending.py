"""Gives rows words in the languages that they are not written in, so that each site knows the other's names.

Only what visitors may see in the other language is lent, since only that has a row. A page's rows are written together
in all languages, so what is hidden in one language is no longer lent from that moment.
"""

from collections import defaultdict

from django.conf import settings
from django.utils import translation

from ..analysis.terms import terms, token, tokens

# Letters: as much as a long page. Of the text of a long document, the beginning.
MOST = 20_000


def elsewhere(labels, language):
    """The terms in other languages than ``language`` of what the interface calls things: of the texts that
    ``labels()`` gives where another language is active. In the form of ``Findable.lent_terms``."""
    found = []
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        if code != language:
            with translation.override(code):
                found.append(terms(map(str, labels()), code))
    return f"\n{' '.join(found)}"


def lend(rows):
    """Give each of ``rows``, all rows of a page, the terms of the rows with the same key in other languages."""
    by_key = defaultdict(list)
    for row in rows:
        by_key[row.key].append(row)
    for row in rows:
        others = [other for other in by_key[row.key] if other is not row]
        names, rest = row.lent_terms.partition("\n")[::2]
        row.lent_terms = _lent(row, [names, *map(_names, others)], [rest, *map(_rest, others)])


def _names(row):
    owners, _, _ = row.fact_terms.partition("\n")
    return f"{row.title_terms} {owners}"


def _rest(row):
    _, _, facts = row.fact_terms.partition("\n")
    return f"{facts} {row.text_terms}"


def _lent(row, *lines):
    """What the row has itself is not lent to it."""
    own = tokens(row.title_terms, row.fact_terms, row.text_terms)
    seen, letters, lent = set(own.split()), 0, []
    for line in lines:
        kept = []
        for term in " ".join(line).split():
            bare = token(term)
            if bare not in seen and letters + len(term) < MOST:
                seen.add(bare)
                kept.append(term)
                letters += len(term) + 1
        lent.append(" ".join(kept))
    return "\n".join(lent) if any(lent) else ""
