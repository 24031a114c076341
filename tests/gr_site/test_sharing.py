"""Sharing, printing, and when a page was last updated."""

import re
from datetime import datetime, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.utils import timezone

from events.days.zone import STOCKHOLM
from gr_site.share_pictures.subjects import picture_of
from gr_site.templatetags import sharing
from tests.factories import make_event, make_network, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


def letter(client, address):
    """``(subject, lines of the body)`` of the letter that the page's link begins."""
    link = re.search(r'<a href="(mailto:\?[^"]+)">Dela med e-post', client.get(address).content.decode())[1]
    assert "+" not in link  # mail programs show it as it stands
    parts = parse_qs(urlsplit(unescape(link)).query)
    return parts["subject"][0], parts["body"][0].split("\r\n\r\n")


def test_a_page_is_shared_by_letter_without_a_script(site, client):
    network = make_network("Skola & förskola", introduction="För chefer.")
    assert letter(client, network.url) == (
        "Skola & förskola",
        ["Skola & förskola", "För chefer.", f"http://localhost{network.url}"],
    )


def test_a_meeting_is_shared_with_when_and_where_it_is(site, client, network):
    address = make_event(network, "2026-04-20").occurrences.get().get_absolute_url()
    subject, body = letter(client, address)
    assert subject == "Möte, Förskolenätverket"
    assert body[1:] == [
        "måndag 20 april 2026 kl.\u00a008.30–11.30, Stadshuset, Mölndal",
        f"http://localhost{address}",
    ]


def test_what_is_shared_is_put_together_once_for_the_head_and_the_buttons(site, client, monkeypatch, network):
    address, pictures = network.url, []
    monkeypatch.setattr(sharing, "picture_of", lambda page: pictures.append(picture_of(page)) or pictures[-1])
    html = client.get(address).content.decode()
    assert (html.count("og:title"), html.count("Dela med e-post"), len(pictures)) == (1, 1, 1)


def test_what_no_editor_has_described_describes_itself(site, client, network):
    meetings = make_event(network, "2026-04-20", introduction="")
    for address, told in (
        (meetings.url, "Förskolenätverket: datum, tid och plats för alla möten."),
        ("/mina-natverk/", "Välj de nätverk du följer."),
    ):
        assert f'<meta name="description" content="{told}' in client.get(address).content.decode(), address


def test_filters_and_years_are_not_shared(site, client, network):
    make_event(network, "2020-04-20")
    assert letter(client, f"{network.url}?ar=2020")[1][-1] == f"http://localhost{network.url}"


def test_what_needs_a_script_is_hidden_without_one(site, client, network):
    html = client.get(network.url).content.decode()
    buttons = re.findall(r"<button[^>]*data-(share|copy|print)( hidden)?>", html)
    assert buttons == [("share", " hidden"), ("copy", " hidden"), ("print", " hidden")]


def shown_date(client, address):
    found = re.search(r'Senast uppdaterad\s+<time datetime="([^"]+)"', client.get(address).content.decode())
    return found and found[1]


def test_a_meeting_that_changes_is_an_update_of_its_own_page_and_of_its_networks(site, client):
    with time_machine.travel(datetime(2026, 4, 1, 9, 0, tzinfo=STOCKHOLM), tick=False):
        network = make_network()
    with time_machine.travel(datetime(2026, 4, 2, 9, 0, tzinfo=STOCKHOLM), tick=False):
        event = make_event(network, "2026-05-20", "2026-05-27")
        first, second = (row.get_absolute_url() for row in event.occurrences.all())
        assert [shown_date(client, address) for address in (network.url, first, second)] == ["2026-04-02"] * 3
    with time_machine.travel(datetime(2026, 4, 9, 9, 0, tzinfo=STOCKHOLM), tick=False):
        row = event.occurrences.all()[0]
        row.status = "cancelled"
        event.occurrences = [row, event.occurrences.all()[1]]
        publish(event)
        dates = [shown_date(client, address) for address in (network.url, first, second)]
    assert dates == ["2026-04-09", "2026-04-09", "2026-04-02"]


def test_the_date_is_that_of_stockholm(site, client):
    with time_machine.travel(datetime(2026, 4, 1, 0, 30, tzinfo=STOCKHOLM), tick=False):
        network = make_network()
        assert shown_date(client, network.url) == "2026-04-01"


def test_the_sitemaps_dates_are_those_of_the_pages(site, client, network):
    later = timezone.now() + timedelta(days=3)
    with time_machine.travel(later, tick=False):
        make_event(network, timezone.localdate())
        text = client.get("/sitemap.xml").content.decode()
    entry = re.search(rf"<loc>http://localhost{network.url}</loc><lastmod>([^<]+)", text)
    assert entry[1] == timezone.localdate(later).isoformat()


def test_the_sitemap_has_what_any_visitor_may_see_once_in_each_language(site, client, network):
    today = timezone.localdate()
    event = make_event(network, today, today - timedelta(days=1))
    make_event(make_network("Utkast", live=False), today)
    coming = next(row for row in event.occurrences.all() if row.start_date == today).get_absolute_url()
    text = client.get("/sitemap.xml").content.decode()
    places = re.findall(r"<loc>http://localhost([^<]+)</loc>", text)
    expected = ["/", site.networks.url, event.network.url, event.url, site.calendar.url]
    assert sorted(places) == sorted([*expected, coming, f"/en{coming.replace('/mote/', '/meeting/')}"])
    assert "utkast" not in text
