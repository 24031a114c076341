"""Every combination of form, place, link, time and status, wherever a meeting is shown, in both languages.

Meetings are made from what the models let an editor choose, so that a new choice is tried the day it is added.
"""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from icalendar import Calendar

from events.days.zone import STOCKHOLM
from events.models import EventPage, Occurrence, PublicChange
from events.templatetags.meeting_dates import where
from tests.factories import make_event, make_network, make_regional_event, publish
from tests.site import read_site
from tests.translating import first_pages_in_english, translate

from .combining import DAY, covering, every, of_events, of_rows, pairwise
from .readable import wrong_in, wrong_in_page

pytestmark = pytest.mark.long
NOW = datetime(2026, 4, 15, 10, 0, tzinfo=STOCKHOLM)
FIRST_DAY = date(2026, 4, 1)
LANGUAGES = ("sv", "en")
WHOLE = ("format", "place", "online_link", "status", "when")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A network and the region, with an event for each combination of usual values and on it a meeting for each
    combination of its own. Rolled back after the module's tests."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        cache.clear()
        site = read_site()
        first_pages_in_english(site)
        network = make_network()
        rows = list(pairwise(of_rows()))
        events = [_event(network, number, usual, rows) for number, usual in enumerate(pairwise(of_events()))]
        _with_every_combination(network)
        _in_english(network, "Förskolenätverket", "Preschool Network")
        for event in events[::2]:
            _in_english(event, "Samling", "Gathering")
        call_command("rebuild_search", verbosity=0)
        yield SimpleNamespace(site=site, network=network, events=events)
        transaction.set_rollback(True)
    cache.clear()


def _event(network, number, usual, rows):
    """Published first with all meetings alike and then as they are, so that the public log has something to say."""
    start, end = usual["clock"]
    fields = {name: value for name, value in usual.items() if name != "clock"} | {
        "title": f"Samling {number}", "start_time": start, "end_time": end,
    }  # fmt: skip
    alike = [Occurrence(start_date=FIRST_DAY + DAY * (3 * index + number % 3)) for index, _ in enumerate(rows)]
    make = make_regional_event if number % 4 == 3 else lambda *meetings, **kept: make_event(network, *meetings, **kept)
    event = make(*alike, **fields)
    meetings = list(event.occurrences.all())
    for meeting, own in zip(meetings, rows, strict=True):
        _choose(meeting, own)
    event.occurrences = meetings
    return publish(event)


def _with_every_combination(network):
    """An event without usual values, with a meeting for each combination of what the others try in pairs."""
    chosen = list(every(*WHOLE))
    rows = [Occurrence(start_date=FIRST_DAY + DAY * (index % 200)) for index, _ in enumerate(chosen)]
    for meeting, own in zip(rows, chosen, strict=True):
        _choose(meeting, own)
    return make_event(network, *rows, title="Samling", start_time=None, end_time=None, place="")


def _choose(meeting, own):
    """Give ``meeting`` the values in ``own``, which an editor's form would accept."""
    meeting.timing, meeting.start_time, meeting.end_time, days = own["when"]
    meeting.end_date = meeting.start_date + DAY * days if days else None
    for name in own.keys() - {"when"}:
        setattr(meeting, name, own[name])
    meeting.clean()


def _in_english(page, swedish, english):
    translate(page, {page.title: page.title.replace(swedish, english), page.slug: f"in-english-{page.pk}"})


@pytest.fixture
def shown(built, db):
    with time_machine.travel(NOW, tick=False):
        yield built


def traits(row):
    """What the words of a meeting depend on."""
    start, end = row.clock
    return (
        row.actual_format, bool(row.actual_place), bool(row.actual_online_link), row.timing, bool(start), bool(end),
        min((row.final_date - row.start_date).days, 2), row.status, bool(row.theme), bool(row.moved_from),
        bool(row.note), bool(row.reason), row.page.network_id is None, bool(row.page.introduction),
    )  # fmt: skip


def answers(client, addresses):
    """``{address: what is wrong}``: another status than 200, or a text that shows an empty part."""
    found = {}
    for address in addresses:
        response = client.get(address, follow=True)
        found[address] = (
            wrong_in_page(response.content.decode()) if response.status_code == 200 else [response.status_code]
        )
    return {address: wrong for address, wrong in found.items() if wrong}


def in_each_language(address):
    """``address``, a function, in each language."""
    for language in LANGUAGES:
        with override(language):
            yield address()


def test_the_combinations_are_there(shown):
    rows = list(Occurrence.objects.public().with_pages())
    together = {(row.actual_format, bool(row.actual_place), bool(row.actual_online_link), row.status) for row in rows}
    assert len(together) == 3 * 2 * 2 * 3
    in_pairs, whole = len(list(pairwise(of_rows()))), len(list(every(*WHOLE)))
    assert (len(rows), whole) == (len(shown.events) * in_pairs + whole, 4 * 2 * 2 * 3 * 11)


def test_every_meetings_own_page(shown, client):
    rows = list(covering(Occurrence.objects.public().with_pages(), traits))
    assert answers(client, [url for row in rows for url in in_each_language(row.get_absolute_url)]) == {}


def test_every_event_network_and_list(shown, client):
    pages = [shown.network, shown.site.calendar, shown.site.networks, shown.site.home, *shown.events]
    urls = [page.get_url() for page in pages]
    calendar = shown.site.calendar.get_url()
    urls += [f"{calendar}?sida={number}" for number in range(1, Occurrence.objects.count() // 50 + 2)]
    urls += [f"{calendar}2026/", *(f"{calendar}2026/{month}/" for month in (4, 5, 6))]
    english = [f"/en{url}" for url in urls] + [page.get_translation(shown.site.en).url for page in shown.events[::2]]
    search = [f"{url}?q=samling&sida={number}" for url in ("/sok/", "/en/search/") for number in (1, 2, 3)]
    assert answers(client, [*urls, *english, *search]) == {}


def test_search_finds_them_in_words_that_a_person_reads(shown, client):
    for address in ("/sok/?q=samling", "/en/search/?q=samling"):
        found = client.get(address).context
        hits = found["results"]  # also those that stand below a network
        assert len(found["groups"]) == 20 <= len(hits)
        assert [wrong for hit in hits for wrong in wrong_in(f"{hit.when}\n{hit.plain_text}")] == []


def test_every_feed(shown, client):
    feeds = [reverse("feeds:region"), reverse("feeds:network", args=[shown.network.translation_key])]
    feeds += [reverse("feeds:event", args=[event.translation_key]) for event in shown.events]
    for address in [url + query for url in feeds for query in ("", "?sprak=en")]:
        response = client.get(address)
        assert response.status_code == 200
        entries = Calendar.from_ical(response.content).walk("VEVENT")
        assert entries
        texts = [
            str(entry[name]) for entry in entries for name in ("SUMMARY", "LOCATION", "DESCRIPTION") if name in entry
        ]
        assert [wrong for text in texts for wrong in wrong_in(text)] == []
        assert all(text.strip() == text != "" for text in texts)
        assert all(entry["DTEND"].dt > entry["DTSTART"].dt for entry in entries if "DTEND" in entry)


def test_every_entry_of_the_log(shown, client):
    assert PublicChange.objects.count() > Occurrence.objects.count()
    for address in (reverse("atom:region"), reverse("atom:network", args=[shown.network.translation_key])):
        assert answers(client, [address, f"{address}?sprak=en"]) == {}


def test_every_share_picture(shown, client):
    pages = [shown.network, *EventPage.objects.of_source()]
    urls = [
        reverse("share_picture", args=[page.translation_key, language, "0"])
        for page in pages
        for language in LANGUAGES
    ]
    responses = [client.get(url, follow=True) for url in urls]
    assert {(response.status_code, response["Content-Type"]) for response in responses} == {(200, "image/png")}


def test_the_place_is_a_text_that_others_can_be_joined_to(shown):
    for language in LANGUAGES:
        with override(language):
            places = {where(row) for row in Occurrence.objects.public().with_pages()}
        assert {type(place) for place in places} <= {str}
