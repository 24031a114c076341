"""The names of all that may be suggested today, kept ready between requests until the index changes."""

from functools import lru_cache
from types import SimpleNamespace

from django.db.models import Q
from django.utils import timezone

from ..analysis.names import Names
from ..models import Findable, IndexState
from ..models.choices import HitKind
from .candidates import FIELDS
from .finder import candidate

_TEXT = "text_terms"


def names(language, kind=""):
    """The Names of today's public rows in ``language``, of one ``kind`` or of all. One query if nothing has changed,
    in any process."""
    return _names(IndexState.current(), timezone.localdate(), language, kind)


@lru_cache(maxsize=8)
def _names(stamp, day, language, kind):
    past = Q(kind=HitKind.MEETING, last_day__lt=day)
    rows = Findable.objects.public().in_language(language).exclude(past).order_by("first_day", "pk")
    rows = rows.filter(kind=kind) if kind else rows
    read = rows.values_list(*(field for field in FIELDS if field != _TEXT), "title", "names", named=True)
    return Names(_named(SimpleNamespace(**{_TEXT: ""}, **row._asdict())) for row in read.iterator())


def _named(row):
    return candidate(row), [row.title, *row.names.splitlines()]
