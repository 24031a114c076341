"""The rows of "Driftläge". Each stands alone: one that fails says so, and hides none of the others."""

import logging
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)


class State(models.TextChoices):
    """A traffic light in words. ``TOLD`` is neither good nor bad."""

    GOOD = "good", _("Bra")
    LOOK = "look", _("Se över")
    FAULT = "fault", _("Fel")
    UNKNOWN = "unknown", _("Okänt")
    TOLD = "told", _("Upplysning")


@dataclass(frozen=True)
class Answer:
    """``text`` is one or two sentences in the reader's language, ``address`` where there is more to read."""

    state: State
    text: str
    address: str = ""


@dataclass(frozen=True)
class Row:
    name: str
    answer: Answer


def rows(questions):
    """``[Row]`` for ``questions``: pairs of a name and a function without arguments that gives an ``Answer``."""
    lost = Answer(State.UNKNOWN, _("Det gick inte att ta reda på. Loggen säger varför."))
    return [Row(name, attempt(question) or lost) for name, question in questions]


def attempt(ask, *, queries=True):
    """What ``ask()`` gives; None where it fails, with the cause in the log. ``queries``: it asks the database."""
    try:
        with transaction.atomic() if queries else nullcontext():  # a query that fails must not spoil those after it
            return ask()
    except Exception:  # whatever is wrong with this row, the next ones must be shown
        logger.exception("This could not be found out: %s", ask)
        return None
