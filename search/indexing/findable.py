"""Shared by all kinds of rows."""

import hashlib
import json
from copy import copy

from django.forms.models import model_to_dict

from ..analysis.contacts import contact_terms
from ..analysis.terms import Allowance, terms
from ..models import Findable
from .lending import elsewhere

LONGEST_TITLE = LONGEST_PLACE = 255
_UNSEEN = {"id", "digest"}


def row(
    page, *, key, kind, title, names="", owners="", facts="", text="", extra=(), days=(), labels=None, allowance=None,
    **fields,
):  # fmt: skip
    """An unsaved row about ``page``, which may have the words of its translation, with its terms computed.

    ``extra`` are words that help to find it but are not on it; ``days`` are terms that are not words. ``labels``: see
    ``lending.elsewhere``. ``allowance`` is shared by the rows that are made from the same form.
    """
    allowance = allowance or Allowance()
    words = getattr(page, "translation", None)
    language = (words or page).locale.language_code
    return Findable(
        key=key, kind=kind, language=language, subject=page.translation_key,
        page_id=page.pk, translation_id=words and words.pk, title=title[:LONGEST_TITLE],
        names=names, owners=owners, facts=facts, text=text,
        title_terms="\n".join(terms([name], language, allowance) for name in [title, *names.splitlines()]),
        fact_terms=_fact_terms(language, owners, [facts, *extra], [*days, *contact_terms(text)], allowance=allowance),
        text_terms=terms([text], language, allowance),
        lent_terms=elsewhere(labels, language) if labels else "",
        **fields,
    )  # fmt: skip


def _fact_terms(language, owners, facts, days=(), *, allowance):
    of_facts = terms(facts, language, allowance)
    contacts = contact_terms("\n".join(facts))
    return f"{terms([owners], language, allowance)}\n{' '.join(dict.fromkeys([of_facts, *days, *contacts]))}"


def during(stretch, found, facts, allowance):
    """``found``, a row without facts, as it is during a stretch of days, with the ``facts`` of then.

    The last stretch has the key of ``found``.
    """
    made = copy(found)
    days = contact_terms(found.text)
    made.facts = facts
    made.fact_terms = _fact_terms(found.language, found.owners, [facts], days, allowance=allowance)
    made.holds_from, made.holds_until = stretch.first, stretch.last
    made.key = f"{found.key}:{stretch.last}" if stretch.last else found.key
    return made


def digest(found):
    """64 hex digits that are equal for rows with the same content."""
    seen = {name: value for name, value in model_to_dict(found).items() if name not in _UNSEEN}
    return hashlib.sha256(json.dumps(seen, sort_keys=True, default=str).encode()).hexdigest()
