"""Searches that found something, and whether anybody went on: added up without a trace of who it was."""

from urllib.parse import quote

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from networks.models import NetworkMember
from search.misses.counting import forget_names, note_missed
from search.misses.following import MOST_WAITING, Followed, note_found, search_addresses, store, waiting
from search.models import MissedQuery
from search.models.missed import MOST_PER_MONTH
from tests.factories import make_organisation, publish
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db
REPORT = "/admin/rapporter/svaga-sokningar/"


@pytest.fixture
def go(client):
    """Opens a page as a browser does that comes from the page of hits for ``query``."""

    def go(address, query, **headers):
        came_from = f"http://testserver/sok/?q={quote(query)}"
        return client.get(address, headers={"referer": came_from} | headers)

    return go


def stored():
    store()
    rows = MissedQuery.objects.order_by("query")
    return {row.query: (row.number, row.guessed, row.found, row.followed) for row in rows}


def test_a_search_and_what_it_leads_to_are_counted(network, client, go):
    for query in ("Vatten", " vatten"):
        client.get("/sok/", {"q": query})
    go(network.get_url(), "Vatten")
    assert stored() == {"vatten": (0, 0, 2, 1)}
    client.get("/sok/", {"q": "vatten"})
    assert stored() == {"vatten": (0, 0, 3, 1)}


def test_pages_further_on_and_narrower_ones_are_no_searches(network, client):
    client.get("/sok/", {"q": "vatten", "sida": "2"})
    client.get("/sok/", {"q": "vatten", "typ": "network"})
    client.get("/sok/")
    assert list(stored()) == ["vatten"]


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/sok/?q=vatten&typ=network", {}),
        ("/sok/forslag/?q=vatten", {}),
        ("/finns-inte/", {}),
        ("/", {"sec-fetch-dest": "image"}),
        ("/", {"referer": "https://example.org/sok/?q=vatten"}),
        ("/", {"referer": "http://testserver/kalender/?q=vatten"}),
        ("/", {"referer": "http://testserver/sok/?q="}),
        ("/", {"referer": "http://testserver/sok/?sida=2&x=q="}),
        ("/", {"referer": "http://testserver]/sok/?q=vatten"}),
        ("/", {"referer": "http://testserver/sok/?q=vatten&" + "a=1&" * 100}),
        ("/", {"referer": "http://testserver/sok/?q=vatten&" + "a" * 3000}),
        ("/", {"referer": "http://testserver/sok/?q=Åsa+Exempelsson"}),
        ("/", {"referer": "http://testserver/sok/?q=19900101-1234"}),
    ],
)
def test_nothing_else_counts_as_followed(network, go, address, headers):
    go(address, "vatten", **headers)
    assert stored() == {}


@given(st.text(max_size=60))
def test_no_header_breaks_a_page(header):
    class Request:
        META = {"HTTP_REFERER": f"http://testserver/sok/?q={header}"}
        method, path, COOKIES = "GET", "/", {}
        get_host = staticmethod(lambda: "testserver")

    class Response:
        status_code = 200

    response = Response()
    assert Followed(lambda request: response)(Request()) is response


def test_the_page_of_hits_is_known_in_each_language():
    assert "/sok/" in search_addresses()
    assert len(search_addresses()) >= 2


def test_neither_a_search_nor_a_page_asks_the_database_for_it(network, client, go):
    page = network.get_url()
    assert queries_of(lambda: go(page, "vatten")) == queries_of(lambda: client.get(page))
    with_hits = queries_of(lambda: client.get("/sok/", {"q": "vatten"}))
    assert with_hits == queries_of(lambda: client.get("/sok/", {"q": "vatten", "typ": "network"}))


def test_what_names_somebody_is_not_stored(network, client):
    member = NetworkMember(organisation=make_organisation(), name="Åsa Vatten", name_basis="consent")
    network.members = [member]
    publish(network)
    client.get("/sok/", {"q": "vatten"})
    client.get("/sok/", {"q": "nätverk"})
    assert list(stored()) == ["nätverk"]


def test_what_waits_and_what_is_stored_has_a_limit(site):
    for number in range(MOST_WAITING + 5):
        waiting.add(f"ord {number}", 0)
    assert len(stored()) == MOST_WAITING
    month = timezone.localdate().replace(day=1)
    MissedQuery.objects.bulk_create(
        MissedQuery(month=month, query=f"sak {number}", number=0, found=1)
        for number in range(MOST_PER_MONTH - MOST_WAITING - 1)
    )
    for query in ("ord 1", "ny 1", "ny 2"):
        waiting.add(query, 0)
    assert stored()["ord 1"] == (0, 0, 2, 0)
    assert MissedQuery.objects.count() == MOST_PER_MONTH
    note_missed("skog", timezone.localdate())
    assert MissedQuery.objects.get(query="skog").number == 1


@given(st.dictionaries(st.sampled_from("abcde"), st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_sums_are_added_to_those_that_are_stored(sums):
    MissedQuery.objects.all().delete()
    day = timezone.localdate()
    MissedQuery.count("a", day)
    for _ in range(2):
        MissedQuery.count_found(sums, day)
    for query, (found, followed) in sums.items():
        row = MissedQuery.objects.get(query=query)
        assert (row.found, row.followed, row.number) == (2 * found, 2 * followed, int(query == "a"))


def test_they_are_stored_when_the_time_is_up_after_an_answer(network, client, settings):
    settings.SEARCHES_STORED_AFTER = 0
    client.get("/sok/", {"q": "vatten"})
    assert MissedQuery.objects.get().found == 1


def test_only_a_guess_is_counted_as_one(network, client):
    """Words that are spelt wrong are kept as little as names."""
    assert client.get("/sok/", {"q": "vattten"}).context["count"] == 1
    note_missed("vatten", timezone.localdate(), guessed=True)
    assert stored() == {"": (0, 1, 0, 0), "vatten": (0, 1, 0, 0)}


def test_editors_see_each_kind_and_what_to_do(site, editor_client):
    with time_machine.travel("2026-04-15T10:00:00+02:00", tick=False):
        day = timezone.localdate()
        MissedQuery.count("snöröjning", day)
        MissedQuery.count("dagis & skola", day, guessed=True)
        MissedQuery.count("", day, guessed=True)
        MissedQuery.count_found({"vatten": (3, 0), "skog": (3, 1), "bygglov": (2, 0), "avlopp": (40, 4)}, day)
        page = editor_client.get(REPORT)
    kinds = {kind["name"]: [row["query"] for row in kind["queries"]] for kind in page.context["kinds"]}
    assert kinds == {"missed": ["snöröjning"], "guessed": ["dagis & skola"], "left": ["avlopp", "vatten"]}
    html = page.content.decode()
    assert "/admin/snippets/search/synonymgroup/add/?ord=dagis%20%26%20skola" in html
    assert "En sökning till gav ingen säker träff" in html
    assert queries_of(lambda: editor_client.get(REPORT)) < 40


NOISE = ["och", "i", "v. 41", "2026", "12 mars 2026", "eller", "x", "vad är det"]


def test_what_an_editor_can_do_nothing_about_is_neither_kept_nor_shown(network, client, editor_client):
    for query in NOISE:
        note_missed(query, timezone.localdate())
        note_missed(query, timezone.localdate(), guessed=True)
        note_found(query)
    assert stored() == {}
    for query in [*NOISE, "snöröjning"]:
        MissedQuery.count(query, timezone.localdate())
    kinds = editor_client.get(REPORT).context["kinds"]
    assert [row["query"] for kind in kinds for row in kind["queries"]] == ["snöröjning"]
    forget_names()
    assert list(stored()) == ["snöröjning"]


def test_the_report_is_exported_with_what_each_search_lacked(site, editor_client):
    with time_machine.travel("2026-04-15T10:00:00+02:00", tick=False):
        day = timezone.localdate()
        for query in ("snöröjning", "snöröjning", "och", ""):
            MissedQuery.count(query, day)
        MissedQuery.count_found({"vatten": (3, 0)}, day)
        export = b"".join(editor_client.get(REPORT, {"export": "csv"})).decode().splitlines()
        assert editor_client.get(REPORT, {"export": "xlsx"}).status_code == 200
    assert export == [
        "Vad,Sökord,Antal,Senast",
        "Utan träff,snöröjning,2,2026-04-01",
        "Träffar som ingen följde,vatten,3,2026-04-01",
    ]
