"""Dates, places, status and people come from the Swedish source at once, words from a live translation."""

import gzip
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction

from events.days.date_format import format_date
from events.models import EventPage, Occurrence
from networks.models import NetworkMember, NetworkPage
from tests.factories import make_organisation, publish
from tests.translating import write

from .conftest import TEXTS

pytestmark = pytest.mark.django_db


def texts(client, *addresses):
    return [unescape(client.get(address).content.decode()).replace("\u00ad", "") for address in addresses]


def feed(client, address):
    body = client.get(address, HTTP_ACCEPT_ENCODING="gzip").content
    return gzip.decompress(body).decode().replace("\r\n ", "")


def english_views(both):
    """The four places where an English reader meets the meetings."""
    month = f"{both.english.calendar.url}{both.day.year}/{both.day.month}/"
    return [both.network_en.url, both.event_en.url, both.english.calendar.url, month]


def test_english_pages_speak_english_about_swedish_facts(both, client):
    for text in texts(client, both.network_en.url, both.event_en.url, both.english.calendar.url):
        assert "Groups of children" in text
        assert "Barngrupper" not in text
        assert format_date(both.day, language="en") in text


def test_a_moved_date_is_moved_in_english_without_another_step(both, client):
    later = both.day + timedelta(days=2)
    row = both.event.occurrences.first()
    row.start_date = later
    both.event.occurrences = [row, both.event.occurrences.last()]
    publish(both.event)
    page, calendar = texts(client, both.event_en.url, both.english.calendar.url)
    for text in (page, calendar):
        assert format_date(later, language="en") in text
        assert format_date(both.day, language="en") not in text
    address = reverse("feeds:network", args=[both.network.translation_key])
    written = feed(client, f"{address}?sprak=en")
    assert f"{later:%Y%m%d}T083000" in written
    assert "SUMMARY:Preschool Network: Groups of children" in written


def test_a_cancelled_meeting_is_cancelled_in_english_with_a_reason_that_nobody_has_translated_yet(both, client):
    row = both.event.occurrences.first()
    row.status, row.reason = "cancelled", "För få anmälda."
    both.event.occurrences = [row, both.event.occurrences.last()]
    publish(both.event)
    text = texts(client, both.event_en.url)[0]
    assert "<s>Groups of children</s>" in text
    assert ' lang="sv">För få anmälda.</p>' in text
    assert "STATUS:CANCELLED" in feed(client, f"/ics/handelse/{both.event.translation_key}.ics?sprak=en")


def test_a_note_that_has_changed_is_shown_in_swedish_until_it_is_translated_again(both, client):
    row = both.event.occurrences.last()
    assert "Bring a computer." in texts(client, both.event_en.url)[0]
    row.note = "Ta med lunch."
    both.event.occurrences = [both.event.occurrences.first(), row]
    both.event = publish(both.event)
    text = texts(client, both.event_en.url)[0]
    assert ' lang="sv">Ta med lunch.</p>' in text
    assert "Bring a computer." not in text
    assert "Groups of children" in text
    write(both.event, TEXTS | {"Ta med lunch.": "Bring lunch."})
    assert "Bring lunch." in texts(client, both.event_en.url)[0]


def test_a_new_english_name_of_the_network_dates_its_english_meetings_anew(both, client):
    address = reverse("feeds:event", args=[both.event.translation_key])

    def dates(address):
        lines = feed(client, address).splitlines()
        return {line.partition(":")[2] for line in lines if line.startswith("LAST-MODIFIED")}

    before = dates(address)
    with time_machine.travel("2099-01-01T12:00:00Z", tick=False):
        both.network_en.title = "Early Years Network"
        publish(both.network_en)
    assert "SUMMARY:Early Years Network: " in feed(client, f"{address}?sprak=en")
    assert dates(f"{address}?sprak=en") == {"20990101T120000Z"}
    assert dates(address) == before


@pytest.mark.parametrize("gone", ["unpublish", "delete"])
def test_english_meetings_never_get_older_when_words_go(both, client, gone):
    address = f"{reverse('feeds:event', args=[both.event.translation_key])}?sprak=en"

    def moments():
        found = feed(client, address).splitlines()
        return [line.partition(":")[2] for line in found if line.startswith("LAST-MODIFIED")]

    with time_machine.travel("2098-01-01T12:00:00Z", tick=False) as clock:
        both.network_en.title = "Early Years Network"
        publish(both.network_en)
        assert set(moments()) == {"20980101T120000Z"}
        clock.shift(3600)
        getattr(EventPage.objects.get(pk=both.event_en.pk), gone)()
        assert set(moments()) == {"20980101T130000Z"}
        clock.shift(3600)
        getattr(NetworkPage.objects.get(pk=both.network_en.pk), gone)()
        assert "Early Years Network" not in feed(client, address)
        assert set(moments()) == {"20980101T140000Z"}


def test_a_renamed_area_dates_english_meetings_and_only_them(both, client):
    address = reverse("feeds:event", args=[both.event.translation_key])
    swedish, etag = feed(client, address), client.get(address)["ETag"]
    area = both.network.area.copy_for_translation(both.network_en.locale)
    area.name, area.slug = "Schools", "schools"
    with time_machine.travel("2099-01-01T12:00:00Z", tick=False):
        area.save()
    english = feed(client, f"{address}?sprak=en")
    assert "CATEGORIES:Schools" in english
    assert "LAST-MODIFIED:20990101T120000Z" in english
    assert feed(client, address) == swedish
    assert client.get(address)["ETag"] != etag  # one stamp for all languages


def test_the_feeds_are_the_same_meetings_in_two_languages(both, client):
    address = reverse("feeds:network", args=[both.network.translation_key])
    swedish, english = feed(client, address), feed(client, f"{address}?sprak=en")

    def facts(text):
        return [line for line in text.splitlines() if line.startswith(("UID", "DTSTART", "DTEND", "SEQ", "STATUS"))]

    assert facts(swedish) == facts(english)
    assert "SUMMARY:Förskolenätverket: Barngrupper" in swedish
    assert "URL:http://localhost:8000/en/" in english
    assert feed(client, f"{address}?sprak=xx") == swedish


def test_people_are_those_of_the_swedish_page(both, client):
    member = NetworkMember(
        organisation=make_organisation(), name="Maj Lövmo", name_basis="consent", title="socialchef"
    )
    both.network.members = [member]
    both.network = publish(both.network)
    write(both.network, TEXTS | {"socialchef": "director of social services"})
    text = texts(client, both.network_en.url)[0]
    assert "Maj Lövmo" in text
    assert "director of social services" in text.casefold()
    member = both.network.members.get()
    member.hide_name = True
    both.network.members = [member]
    publish(both.network)
    text = texts(client, both.network_en.url)[0]
    assert "Maj Lövmo" not in text
    assert "director of social services" not in text.casefold()


# --- What is withdrawn in Swedish is withdrawn in every language ---


def gone(client, both):
    """Whether no English view tells of the meetings any more."""
    shown = texts(client, both.event_en.url, both.english.networks.url, both.english.calendar.url)
    address = reverse("feeds:region")
    return all("Groups of children" not in text for text in [*shown, feed(client, f"{address}?sprak=en")])


def test_unpublishing_the_event(both, client):
    both.event.unpublish()
    assert not EventPage.objects.get(pk=both.event_en.pk).live
    assert gone(client, both)
    assert client.get(both.network_en.url).status_code == 200


def test_unpublishing_the_network(both, client):
    both.network.unpublish()
    assert client.get(both.network_en.url).status_code == 404
    assert gone(client, both)


def test_an_expired_network(both, client):
    both.network.expire_at = timezone.now() - timedelta(minutes=1)
    both.network.save_revision().publish()
    call_command("publish_scheduled")
    assert not NetworkPage.objects.filter(translation_key=both.network.translation_key, live=True).exists()
    assert gone(client, both)


def test_deleting_the_network(both, client):
    key = both.network.translation_key
    NetworkPage.objects.get(pk=both.network.pk).delete()
    assert not Page.objects.filter(translation_key__in=[key, both.event.translation_key]).exists()
    assert gone(client, both)
    assert Page.find_problems() == ([], [], [], [], [])


def test_deleting_the_translation_leaves_the_source(both, client):
    NetworkPage.objects.get(pk=both.network_en.pk).delete()
    assert client.get(both.network.url).status_code == 200
    assert client.get(f"/en{both.network.url}").status_code == 200


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_restriction_after_the_translation(both, client, kind):
    PageViewRestriction.objects.create(page=both.network, restriction_type=kind, password="hemligt")
    for address in (both.network.url, both.network_en.url, both.event_en.url, f"/en{both.network.url}"):
        response = client.get(address)
        assert b"Groups of children" not in response.content
        assert b"We share experience" not in response.content
    assert gone(client, both)


# --- Nothing untranslated is published ---


def test_a_draft_translation_lends_no_words(both, client):
    EventPage.objects.get(pk=both.event_en.pk).unpublish()
    text = texts(client, both.network_en.url)[0]
    assert ' lang="sv">Barngrupper' in text
    with translation.override("en"):
        row = Occurrence.objects.public().with_pages().first()
    assert (row.theme, row.page.network.title) == ("Barngrupper", "Preschool Network")
