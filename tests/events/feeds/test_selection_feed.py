"""The feed of any filtered view: exactly the view, by permanent keys, and never more than was chosen."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from urllib.parse import urlencode
from uuid import uuid4

import pytest
import time_machine
from django.http import QueryDict
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from events.feeds.links import feed_name, feed_url
from events.models import Occurrence, RemovedMeeting
from events.selection.filters import CalendarFilterForm
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from search.models import SynonymGroup
from tests.factories import make_area, make_category, make_event, make_meeting, make_network, publish
from tests.shared_fixtures import shared_fixture
from tests.translating import first_pages_in_english, locale

NOW = datetime(2020, 6, 1, 10, tzinfo=UTC)
BASE = "http://localhost:8000"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@shared_fixture(at=NOW)
def published(site):
    """Meetings of two networks that differ in everything that a filter asks for."""
    first, second = make_network("Förskolenätverket"), make_network("Öckerönätverket", area=make_area("Miljö"))
    one = make_event(first, "2020-09-11", make_meeting("2020-11-27", format="online"), category=make_category())
    two = make_event(second, "2020-09-12", category=make_category("Konferens"), format="online", place="")
    return SimpleNamespace(site=site, first=first, second=second, one=one, two=two)


@pytest.fixture
def meetings(published, clock):
    clock.shift(10)
    return published


@pytest.fixture
def address(site):
    """A function from a calendar's query to the address of the feed of that view."""

    def feed(query):
        form = CalendarFilterForm(QueryDict(query))
        assert form.is_valid(), form.errors
        return feed_url(form)

    return feed


@pytest.fixture
def read(client):
    def feed(url):
        response = client.get(url)
        assert response.status_code == 200
        return Calendar.from_ical(response.content)

    return feed


def days(feed):
    return [str(event.start)[:10] for event in feed.events]


QUERIES = [
    "form=online",
    "slag=konferens",
    "q=ockero",
    "natverk=forskolenatverket&form=online",
    "natverk=forskolenatverket&q=finns+inte",
    "q=f%C3%B6rskolornas+m%C3%B6ten",
    "omrade=utbildning&form=on_site",
    "omrade=miljo&slag=konferens&form=online&q=%C3%B6cker%C3%B6",
    "q=%22%C3%B6cker%C3%B6n%C3%A4tverket%22",
    "q=-konferens&form=online",
    "q=%C3%B6ckern%C3%B6",
    "natverk=forskolenatverket",
    "omrade=miljo",
    "",
]


@pytest.mark.parametrize("query", QUERIES)
def test_the_feed_holds_just_what_the_view_shows(site, meetings, address, read, query):
    form = CalendarFilterForm(QueryDict(query))
    form.is_valid()
    shown = form.narrow(Occurrence.objects.public()).order_by("starts_at")
    assert days(read(address(query))) == [row.start_date.isoformat() for row in shown]


def test_the_address_is_made_of_permanent_keys(meetings, address):
    network, area = meetings.first.translation_key.hex[:8], meetings.first.area.translation_key.hex[:8]
    category = meetings.one.category.translation_key.hex[:8]
    query = "natverk=forskolenatverket&omrade=utbildning&slag=natverksmote&form=online&q=m%C3%B6te"
    name = "mote-forskolenatverket-utbildning-natverksmote-digitalt"
    expected = f"/ics/urval/{name}.ics?q=m%C3%B6te&natverk={network}&omrade={area}&slag={category}&form=online"
    assert address(query) == expected


def test_renames_and_new_slugs_leave_the_address_as_it_is_but_for_its_name(meetings, address, read):
    url = address("natverk=forskolenatverket&form=online")
    before = days(read(url))
    meetings.first.title, meetings.first.slug = "Nätverket för förskola", "forskola"
    publish(meetings.first)
    assert days(read(url)) == before == ["2020-11-27"]
    renamed = address("natverk=forskola&form=online")
    assert renamed == url.replace("/forskolenatverket-digitalt.ics", "/natverket-for-forskola-digitalt.ics")
    assert days(read(renamed)) == before
    assert str(read(url)["NAME"]) == "Göteborgsregionens nätverk: Nätverket för förskola · Digitalt"


def test_the_feed_leads_back_to_the_view_where_the_choice_is_changed(meetings, address, read):
    url = address("natverk=forskolenatverket&form=online&q=m%C3%B6te")
    feed = read(url)
    back = f"{BASE}/kalender/?q=m%C3%B6te&natverk=forskolenatverket&form=online"
    assert (feed["URL"], feed["SOURCE"]) == (back, BASE + url)
    words = f"Du har valt: ”möte”, Förskolenätverket, Digitalt. Ändra ditt val: {back}"
    assert str(feed["DESCRIPTION"]) == str(feed["X-WR-CALDESC"]).replace("\\,", ",") == words


def test_the_name_a_visitor_is_offered_is_the_feeds_own(site, meetings, address, read):
    for query in QUERIES:
        form = CalendarFilterForm(QueryDict(query))
        form.is_valid()
        if query != "omrade=miljo":
            assert str(read(address(query))["NAME"]) == feed_name(form)


# --- What has been deleted ---


def told(feed):
    """``{UID: cancelled or not}``"""
    return {str(event["UID"]): event["STATUS"] == "CANCELLED" for event in feed.events}


@shared_fixture(at=NOW)
def translated_too(published):
    """The first network, its event and its meetings' themes in English too."""
    meetings = published
    rows = list(meetings.one.occurrences.all())
    for row in rows:
        row.theme = "Digitala verktyg"
    meetings.one.occurrences = rows
    meetings.one = publish(meetings.one)
    first_pages_in_english(meetings.site)
    for page, title in ((meetings.first, "Preschools"), (meetings.one, "Getting together")):
        copy = page.copy_for_translation(locale("en"))
        copy.title = title
        rows = list(copy.occurrences.all()) if page == meetings.one else []
        for row in rows:
            row.theme = "Tools for teaching"
        if rows:
            copy.occurrences = rows
        publish(copy)
    return meetings


@pytest.fixture
def translated(translated_too, clock):
    clock.shift(10)
    return translated_too


SEARCHES = [
    *QUERIES[:-1],
    *(
        f"q={word}"
        for word in (
            "verktyg",
            "tools",
            "preschools",
            "together",
            "goteborg",
            "verktygens",
            "f%C3%B6rskola+verktyg",
            "inst%C3%A4llda",
        )
    ),
]


@pytest.mark.parametrize("what", ["one", "two", "first"])
def test_deleted_meetings_are_cancelled_in_just_the_feeds_that_they_were_in(translated, address, read, what):
    feeds = [address(query) + asked for query in SEARCHES for asked in ("", "&sprak=en") if address(query)]
    feeds = [feed.replace(".ics&", ".ics?") for feed in feeds]
    page = getattr(translated, what)
    below = page.get_descendants(inclusive=True).values("pk")
    gone = {str(row.translation_key) for row in Occurrence.objects.filter(page__in=below)}
    before = {feed: told(read(feed)) for feed in feeds}
    assert not any(any(feed.values()) for feed in before.values())
    item = put_page_in_bin(page, None)
    expected = {feed: {uid: uid.split("@")[0] in gone for uid in uids} for feed, uids in before.items()}
    assert {feed: told(read(feed)) for feed in feeds} == expected
    restore(item, None)
    assert {feed: told(read(feed)) for feed in feeds} == before


def test_the_english_feed_has_the_meeting_by_its_english_name(translated, address, read):
    url = address("natverk=forskolenatverket&form=online")
    put_page_in_bin(translated.one, None)
    names = [str(read(f"{url}{asked}").events[0]["SUMMARY"]) for asked in ("", "&sprak=en")]
    assert names == ["Inställt: Förskolenätverket: Digitala verktyg", "Cancelled: Preschools: Tools for teaching"]


def test_what_was_deleted_before_its_facts_were_kept_fits_every_form_kind_and_search(meetings, address, read):
    put_page_in_bin(meetings.one, None)
    RemovedMeeting.objects.update(facts=None)
    urls = [
        address(query)
        for query in ("form=hybrid", "q=finns+inte", "natverk=ockeronatverket", "omrade=miljo&form=on_site")
    ]
    assert [days(read(url)) for url in urls] == [["2020-09-11", "2020-11-27"]] * 2 + [["2020-09-12"], []]


# --- What no longer leads anywhere ---


@pytest.mark.parametrize(
    "parameters",
    [
        {"natverk": "00000000"},
        {"natverk": uuid4().hex, "form": "online"},
        {"omrade": "nonsens"},
        {"slag": "\x00"},
        {"form": "nonsens", "q": "möte"},
        {"q": "x" * 101},
        {"q": "a\x00b", "form": "online"},
        {},
        {"okand": "1"},
    ],
)
def test_what_cannot_be_understood_gives_an_empty_calendar_and_never_the_region(meetings, read, parameters):
    feed = read(f"/ics/urval.ics?{urlencode(parameters)}")
    assert days(feed) == []
    assert feed["URL"] == f"{BASE}/kalender/"


@pytest.mark.parametrize("how", ["unpublish", "restrict"])
def test_a_network_that_is_hidden_empties_its_feed_and_is_not_named(meetings, address, read, how):
    url = address("natverk=forskolenatverket&form=online")
    if how == "unpublish":
        meetings.first.unpublish()
    else:
        PageViewRestriction.objects.create(page=meetings.first, restriction_type="login")
    feed = read(url)
    assert days(feed) == []
    assert "Förskole" not in feed.to_ical().decode()


def test_a_closed_network_keeps_its_feed(meetings, address, read):
    url = address("natverk=forskolenatverket&form=online")
    meetings.first.status = "closed"
    publish(meetings.first)
    assert days(read(url)) == ["2020-11-27"]


def test_text_from_the_address_starts_no_property_of_its_own(meetings, client):
    text = "a\r\nX-EVIL:1\r\nBEGIN:VEVENT"
    content = client.get(f"/ics/urval.ics?{urlencode({'q': text})}").content
    assert b"\r\nX-EVIL" not in content
    assert b"\r\nBEGIN:VEVENT" not in content


def test_what_is_cancelled_and_then_deleted_is_still_told_to_those_who_follow_it(meetings, read):
    event = make_event(meetings.first, make_meeting("2020-10-01", status="cancelled"), title="Extra")
    url = f"/ics/urval.ics?{urlencode({'q': 'inställda'})}"
    assert days(read(url)) == ["2020-10-01"]
    put_page_in_bin(event, None)
    assert list(told(read(url)).values()) == [True]
    assert told(read(f"/ics/urval.ics?{urlencode({'q': 'preliminära'})}")) == {}


def test_a_new_synonym_reaches_the_feeds_of_a_text(meetings, read, client):
    url = f"/ics/urval.ics?{urlencode({'q': 'dagis'})}"
    before = client.get(url)
    assert days(read(url)) == []
    SynonymGroup.objects.create(words="dagis, förskola")
    assert client.get(url, headers={"If-None-Match": before["ETag"]}).status_code == 200
    assert days(read(url)) == ["2020-09-11", "2020-11-27"]


# --- HTTP ---


def test_unchanged_feed_is_304_from_one_query(meetings, address, client, django_assert_num_queries):
    url = address("natverk=forskolenatverket&form=online&q=m%C3%B6te")
    response = client.get(url)
    with django_assert_num_queries(1):
        again = client.get(url, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_each_choice_and_option_has_a_version_of_its_own(meetings, client):
    tails = ["form=online", "form=hybrid", "form=online&installda=nej", "q=online"]
    assert len({client.get(f"/ics/urval.ics?{tail}")["ETag"] for tail in tails}) == len(tails)
    one, other = ("form=online&q=m%C3%B6te", "utm=1&q=m%C3%B6te&form=online&natverk=")
    assert client.get(f"/ics/urval.ics?{one}")["ETag"] == client.get(f"/ics/urval.ics?{other}")["ETag"]


def test_cancelled_meetings_may_be_left_out(meetings, read):
    make_event(meetings.first, make_meeting("2020-10-01", status="cancelled"), title="Extra", format="hybrid")
    assert days(read("/ics/urval.ics?form=hybrid")) == ["2020-10-01"]
    assert days(read("/ics/urval.ics?form=hybrid&installda=nej")) == []


@pytest.mark.parametrize("count", [1, 20])
def test_the_feed_asks_as_often_for_twenty_meetings_as_for_one(
    meetings, address, client, django_assert_num_queries, count
):
    make_event(meetings.first, *(NOW.date() + timedelta(days=n) for n in range(count)), title="Fler", format="online")
    url = address("natverk=forskolenatverket&form=online")
    client.get("/ics/regionen.ics")  # fills Wagtail's cache of site roots
    with django_assert_num_queries(8):
        client.get(url)
