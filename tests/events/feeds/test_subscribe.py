"""The subscribe dialogue: every way in, on every page that has a feed."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
import segno
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.feeds.qr_code import svg
from events.ical.subscription import LONGEST_PICTURE, Subscription
from events.models import Occurrence
from networks.models import NetworkPage
from tests.factories import make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

ADDRESS = "https://natverk.example.se/ics/urval.ics?q=m%C3%B6te&form=online"
SVG = "{http://www.w3.org/2000/svg}"


@shared_fixture()
def event(site):
    return make_event(make_network(), timezone.localdate(), format="online")


def page_of(event, kind):
    network = event.network
    return {
        "network": network.url,
        "event": event.url,
        "calendar": "/kalender/",
        "view": "/kalender/?form=online",
        "month": f"/kalender/{timezone.localdate():%Y/%-m}/?form=online",
        "mine": f"/mina-natverk/?n={network.translation_key.hex[:8]}",
    }[kind]


def feed_of(event, kind):
    network = event.network
    view = "/ics/urval/digitalt.ics?form=online"
    return {
        "network": f"/ics/natverk/{network.translation_key}/forskolenatverket.ics",
        "event": f"/ics/handelse/{event.translation_key}/forskolenatverket-moten.ics",
        "calendar": "/ics/regionen.ics",
        "view": view,
        "month": view,
        "mine": f"/ics/mina/{network.translation_key.hex[:8]}/mina-natverk.ics",
    }[kind]


KINDS = ["network", "event", "calendar", "view", "month", "mine"]


def html_of(response):
    assert response.status_code == 200
    return response.content.decode()


def links(html):
    dialogue = html[html.index('<details class="subscribe"') :]
    return [unescape(link) for link in re.findall(r'<a class="button" href="([^"]+)"', dialogue)[:5]]


# --- Links of the providers ---


def test_each_provider_gets_the_address_in_its_own_form():
    to = Subscription(ADDRESS, "Förskolenätverket & vi")
    assert to.webcal == "webcal://natverk.example.se/ics/urval.ics?q=m%C3%B6te&form=online"
    assert to.google == (
        "https://calendar.google.com/calendar/r"
        "?cid=webcal%3A%2F%2Fnatverk.example.se%2Fics%2Furval.ics%3Fq%3Dm%25C3%25B6te%26form%3Donline"
    )
    tail = (
        "/calendar/0/addfromweb"
        "?url=https%3A%2F%2Fnatverk.example.se%2Fics%2Furval.ics%3Fq%3Dm%25C3%25B6te%26form%3Donline"
        "&name=F%C3%B6rskolen%C3%A4tverket%20%26%20vi"
    )
    assert (to.microsoft_365, to.outlook_com) == (
        f"https://outlook.office.com{tail}",
        f"https://outlook.live.com{tail}",
    )


@given(st.text(st.characters(codec="utf-8")))
def test_no_name_escapes_from_its_parameter(name):
    query = urlsplit(Subscription(ADDRESS, name).microsoft_365).query
    assert parse_qs(query, keep_blank_values=True) == {"url": [ADDRESS], "name": [name]}


# --- On the pages ---


@pytest.mark.parametrize("kind", KINDS)
def test_the_dialogue_offers_every_way_to_the_pages_own_feed(event, client, kind):
    html, feed = html_of(client.get(page_of(event, kind))), feed_of(event, kind)
    to = Subscription(f"http://testserver{feed}", "")
    microsoft, google, apple, outlook, other = links(html)
    assert google == to.google
    assert apple == other == to.webcal
    assert microsoft.startswith(to.microsoft_365)
    assert outlook.startswith(to.outlook_com)
    assert {to.address, to.webcal} <= {unescape(text) for text in re.findall(r"<code[^>]*>([^<]+)</code>", html)}
    assert '<link rel="alternate" type="text/calendar"' in html
    assert f'href="{to.google_by_address}"' in html  # the documented way, where the provider's link fails
    assert unescape(re.search(r'rel="alternate" type="text/calendar"[^>]*href="([^"]+)"', html)[1]) == feed
    assert client.get(feed).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_on_the_page_is_the_feeds(event, client, kind):
    picture = unescape(re.search(r'<img src="(/ics/[^"]+)"', html_of(client.get(page_of(event, kind))))[1])
    assert picture == feed_of(event, kind).replace(".ics", ".svg")
    response = client.get(picture)
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert response.content == svg(f"webcal://testserver{feed_of(event, kind)}")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("network", "Förskolenätverket"),
        ("calendar", "Göteborgsregionens nätverk"),
        ("view", "Göteborgsregionens nätverk: Digitalt"),
        ("mine", "Mina nätverk"),
    ],
)
def test_outlook_is_told_what_to_call_the_calendar(event, client, kind, name):
    query = urlsplit(links(html_of(client.get(page_of(event, kind))))[0]).query
    assert parse_qs(query)["name"] == [name]


def test_only_a_filtered_view_speaks_of_this_view(event, client):
    assert "Prenumerera på den här vyn" in html_of(client.get("/kalender/?form=online"))
    assert "Prenumerera på den här vyn" not in html_of(client.get("/kalender/"))


@pytest.mark.parametrize("kind", KINDS)
def test_all_of_it_is_there_without_the_script(event, client, kind):
    html = html_of(client.get(page_of(event, kind)))
    (script,) = re.findall(r"<script[^>]*subscribe\.js[^>]*>", html)
    assert re.fullmatch(r'<script src="[^"]+" defer>', script)
    for button in re.findall(r"<button class=\"copy\"[^>]*>", html):
        assert button.endswith(" hidden>")
    assert "Ta bort kalendern i ditt kalenderprogram" in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_a_page_without_a_feed_has_no_script(event, client):
    assert "subscribe.js" not in html_of(client.get("/natverk/"))


# --- The picture ---


def test_the_picture_is_the_code_with_its_quiet_zone_and_no_style():
    text = "webcal://natverk.example.se/ics/regionen.ics"
    root = ElementTree.fromstring(svg(text))  # noqa: S314 - our own picture
    side = segno.make(text, micro=False, error="m").symbol_size(scale=4, border=4)[0]
    assert (root.tag, root.get("width"), root.get("height")) == (f"{SVG}svg", str(side), str(side))
    assert [path.get("fill") or path.get("stroke") for path in root.iter(f"{SVG}path")] == ["#fff", "#000"]
    assert b"style" not in svg(text)


@pytest.mark.parametrize("path", ["/ics/x/y.svg", "/ics/.svg", "/ics/natverk/1.svg", "/ics/regionen.ics.svg"])
def test_there_is_no_picture_of_what_is_no_feed(site, client, path):
    assert client.get(path).status_code == 404


def test_a_picture_is_made_without_the_database(client):
    response = client.get("/ics/regionen.svg")
    assert response.status_code == 200
    assert "max-age" in response["Cache-Control"]


def test_an_address_too_long_for_a_picture_has_none(site, client):
    networks = [make_network(f"Nätverk {number}", live=False) for number in range(LONGEST_PICTURE // 9)]
    NetworkPage.objects.update(live=True)  # to publish so many takes five seconds
    keys = "-".join(sorted(network.translation_key.hex[:8] for network in networks))
    html = html_of(client.get("/mina-natverk/", {"n": keys}))
    assert f"/ics/mina/{keys}/mina-natverk.ics" in html
    assert "<img" not in html
    assert client.get(f"/ics/mina/{keys}/mina-natverk.svg").status_code == 404


# --- A single meeting ---


def test_a_meeting_is_added_with_the_uid_that_it_has_in_the_feeds(event, client):
    row = Occurrence.objects.get()
    html = html_of(client.get(row.get_absolute_url()))
    button = re.search(r'<a class="button" href="([^"]+)" type="text/calendar">Lägg till i kalender</a>', html)
    file = f"forskolenatverket-moten-{row.start_date}.ics"
    assert button[1] == f"/ics/mote/{row.translation_key}/{file}"
    assert client.get(button[1])["Content-Disposition"] == f'inline; filename="{file}"'
    single, series = client.get(button[1]).content, client.get(feed_of(event, "network")).content
    assert re.findall(rb"\r\nUID:.*\r\n", single) == re.findall(rb"\r\nUID:.*\r\n", series) != []
    assert f'href="{event.url}#prenumerera"' in html


def test_a_cancelled_meeting_offers_the_change(site, client):
    event = make_event(make_network(), make_meeting(timezone.localdate(), status="cancelled"))
    html = html_of(client.get(event.occurrences.get().get_absolute_url()))
    assert "Hämta ändringen till kalendern" in html
    assert "Lägg till i kalender<" not in html
