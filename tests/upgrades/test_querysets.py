"""What ``networks.translation`` needs of Django's QuerySet: every way of reading rows ends in ``_fetch_all``, and
every chain begins with ``_clone``."""

import copy
import pickle

import pytest

from networks.models import Area
from tests.factories import make_area

pytestmark = pytest.mark.django_db

WAYS = {
    "iteration": lambda rows: next(iter(rows)),
    "a list": lambda rows: [*rows].pop(),
    "an index": lambda rows: rows[0],
    "a slice": lambda rows: rows[:1].get(),
    "get": lambda rows: rows.get(),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "earliest": lambda rows: rows.earliest("name"),
    "in_bulk": lambda rows: next(iter(rows.in_bulk().values())),
    "iterator": lambda rows: next(rows.iterator()),
    "len": lambda rows: len(rows) and rows[0],
    "truth": lambda rows: bool(rows) and rows[0],
    "a filter behind": lambda rows: rows.filter(pk__gt=0).order_by("name")[0],
    "all": lambda rows: rows.all()[0],
    "a copy": lambda rows: copy.deepcopy(rows)[0],
    "the cache": lambda rows: pickle.loads(pickle.dumps(rows))[0],  # noqa: S301 - made a moment ago
}


@pytest.fixture
def areas(site):
    area = make_area()
    translated = area.copy_for_translation(site.en)
    translated.name = "Education"
    translated.save()
    return Area.objects.filter(locale=site.sv)


@pytest.mark.parametrize("way", WAYS)
def test_words_are_lent_whichever_way_rows_are_read(areas, way):
    assert WAYS[way](areas.in_language("en")).name == "Education"


def test_values_and_counts_are_read_past_the_words(areas):
    found = areas.in_language("en")
    assert (found.count(), found.exists(), list(found.values_list("name", flat=True))) == (1, True, ["Utbildning"])


def test_what_has_been_read_with_a_row_is_in_its_fields_cache(areas):
    """``select_related`` puts it there; ``lending`` reads it from ``Model._state.fields_cache``."""
    area = areas.select_related("locale").get()
    assert area._state.fields_cache == {"locale": area.locale}
    assert Area.objects.get(pk=area.pk)._state.fields_cache == {}
