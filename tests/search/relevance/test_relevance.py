"""What people would want stands first: on our rows, searched by the database, over the demo content and 300 networks.

``make bench-search`` prints the same measures for other engines beside these.
"""

import pytest

from networks.models import NetworkIndexPage
from search.finding.candidates import from_database
from search.finding.finder import find
from search.models import Findable
from tests.gr_site.conftest import built_demo, demo_site  # noqa: F401 - fixtures

from . import made_networks
from .judgements import grades, read
from .metrics import ndcg, reciprocal_rank, success

# Lower than what was measured when this was written (0.98, 1.0, 0.99, 0.98), but a change that brings them down to
# here is a loss.
LEAST = {"success@1": 0.94, "success@5": 0.97, "MRR": 0.95, "nDCG@10": 0.94}

pytestmark = pytest.mark.relevance


@pytest.fixture(scope="module")
def collection(built_demo, django_db_blocker):  # noqa: F811 - the imported fixture
    with django_db_blocker.unblock():
        made_networks.make(NetworkIndexPage.objects.get(locale__language_code="sv"))
        yield built_demo


def test_what_people_want_stands_first(collection, db):
    measured = []
    for judged in read():
        wanted = grades(judged, collection.today)
        found = find(judged.query, language=judged.language, today=collection.today, source=database)
        keys = dict(Findable.objects.values_list("pk", "key"))
        ranking = [keys[answer.pk] for answer in found.answers]
        measured.append((judged.query, measures(ranking, wanted)))
    mean = {name: sum(values[name] for _, values in measured) / len(measured) for name in LEAST}
    worst = sorted(measured, key=lambda each: each[1]["nDCG@10"])[:25]
    print({name: round(value, 3) for name, value in mean.items()}, len(measured))
    for query, values in worst:
        print(query, {name: round(value, 2) for name, value in values.items()})
    assert {name: value for name, value in mean.items() if value < LEAST[name]} == {}


def database(query, language):
    return from_database(query, language), {}


def measures(ranking, wanted):
    return {
        "success@1": success(ranking, wanted, 1),
        "success@5": success(ranking, wanted, 5),
        "MRR": reciprocal_rank(ranking, wanted),
        "nDCG@10": ndcg(ranking, wanted),
    }
