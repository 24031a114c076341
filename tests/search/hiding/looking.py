"""Hides and shows things in a transaction, and looks at what search tells of them afterwards."""

import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from search.indexing.writing import all_keys, wrong_rows

from .acts import START
from .content import COMMON, TERM
from .seen import check


def hide_and_look(content, steps, word, begin=lambda: None):
    """Carry out ``steps`` and compare search with the pages. All of it is rolled back.

    What the process kept in its memory before the steps it still has after them, as another process would.
    """
    with time_machine.travel(START) as clock, transaction.atomic():
        begin()
        client = Client()
        for typed in (COMMON, TERM):
            client.get("/sok/", {"q": typed})
        kept = dict(cache._cache)
        for act, which, other in steps:
            act(content, which, other, clock)
        cache._cache.update(kept)
        check(client, word)
        if wrong := wrong_rows(all_keys()):
            raise AssertionError(f"{wrong} rows differ from what is published")
        transaction.set_rollback(True)
    cache.clear()
