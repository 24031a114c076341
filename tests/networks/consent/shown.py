"""What visitors see of a network's ties: on its page, in its feeds, in the calendar and in search."""

from urllib.parse import quote
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar

from events.models import EventPage
from search.models import Findable

ATOM = "{http://www.w3.org/2005/Atom}"


def relations(network):
    """``{(heading, title)}`` of the other bodies on the network's page."""
    soup = _soup(network.url)
    headed = [(term.get_text(strip=True), term.find_next_siblings("dd")) for term in soup.select("dl.facts dt")]
    return {(heading, each.get_text(strip=True)) for heading, found in headed for each in found if each.a}


def meetings(network):
    """The keys of the events whose meetings visitors meet with the network: ``{place: {keys}}``."""
    key = network.translation_key
    return {
        "its feed": _in_calendar(f"/ics/natverk/{key}.ics"),
        "my networks": _in_calendar(f"/ics/mina/{key.hex[:8]}.ics"),
        "a filtered feed": _in_calendar(f"/ics/urval.ics?natverk={key.hex[:8]}"),
        "its page": _linked(network.url),
        "the calendar": _linked(f"/kalender/?natverk={quote(network.slug)}"),
        "its changes": _in_atom(f"/atom/natverk/{key}.xml"),
        "search": set(Findable.objects.filter(kind="meeting", owners__contains=network.title).values_list(
            "subject", flat=True
        )),
    }  # fmt: skip


def owners_named(event):
    """The networks that the event's own page names, in order."""
    soup = _soup(event.url)
    for term in soup.select("dt"):
        if term.get_text(strip=True) in {"Nätverk", "Gemensamt möte för"}:
            return [each.get_text(strip=True) for each in term.find_next_siblings("dd")]
    return []


def etag(address):
    cache.clear()
    return Client().get(address)["ETag"]


def vevents(address):
    """``{UID: (SUMMARY, SEQUENCE)}``"""
    found = Calendar.from_ical(_content(address)).walk("VEVENT")
    return {str(one["UID"]): (str(one["SUMMARY"]), int(one.get("SEQUENCE", 0))) for one in found}


def _in_calendar(address):
    return _events(uid.partition("@")[0] for uid in vevents(address))


def _linked(address):
    return _events(a["href"].rstrip("/").rpartition("/")[2] for a in _soup(address).select("main a[href^='/mote/']"))


def _in_atom(address):
    root = ElementTree.fromstring(_content(address))  # noqa: S314 - made by ourselves
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    return _events(link.rstrip("/").rpartition("/")[2] for link in links if "/mote/" in link)


def _events(meeting_keys):
    return set(
        EventPage.objects.filter(occurrences__translation_key__in=list(meeting_keys)).values_list(
            "translation_key", flat=True
        )
    )


def _soup(address):
    return BeautifulSoup(_content(address), "html.parser")


def _content(address):
    cache.clear()
    response = Client().get(address)
    return response.content if response.status_code == 200 else b"<feed/>"
