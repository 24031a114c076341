"""What pages tell programs, in the pages themselves."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gr_site import structured_data
from gr_site.models import SiteFooter
from networks.pages.json_ld import script
from tests.factories import make_event, make_meeting, make_network, make_regional_event, publish
from tests.query_counts import queries_of
from tests.translating import translate

HOSTILE = "</script><script>alert(1)</script> & <b>\u2028"
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def blocks(client, address):
    """``{@type: object}`` of what the page tells, its graphs taken apart."""
    found = [json.loads(text) for text in _BLOCK.findall(client.get(address).content.decode())]
    things = [thing for block in found for thing in block.get("@graph", [block])]
    return {thing["@type"]: thing for thing in things}


def trail(client, address):
    return [
        (step["name"], step.get("item", "").removeprefix("http://localhost"))
        for step in blocks(client, address)["BreadcrumbList"]["itemListElement"]
    ]


def test_no_text_ends_the_element():
    html = script({"name": HOSTILE})
    assert html.count("<") == html.count(">") == 2
    assert json.loads(_BLOCK.fullmatch(html)[1]) == {"name": HOSTILE}


def test_the_site_tells_what_it_knows_of_the_organisation():
    graph = structured_data.site(
        "https://example.org", "GR:s nätverk", "sv", logo="https://example.org/logo.png", email=""
    )["@graph"]
    assert [thing["@type"] for thing in graph] == ["GovernmentOrganization", "WebSite"]
    assert "email" not in graph[0]
    assert graph[1]["publisher"] == {"@id": graph[0]["@id"]}


def test_breadcrumbs_are_numbered_and_end_with_the_page():
    assert structured_data.breadcrumb_list([("Start", "https://example.org/")], "Nätverk")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Start", "item": "https://example.org/"},
        {"@type": "ListItem", "position": 2, "name": "Nätverk"},
    ]


@pytest.mark.django_db
def test_the_first_page_tells_of_the_organisation(site, client):
    SiteFooter.objects.update_or_create(
        site=site.row, defaults={"address": "Gatan 1\n411 00 Göteborg", "email": "gr@example.org"}
    )
    found = blocks(client, "/")
    assert found["GovernmentOrganization"]["address"] == "Gatan 1 411 00 Göteborg"
    assert found["GovernmentOrganization"]["logo"].endswith("/static/gr_site/icons/icon-512.png")
    assert found["WebSite"]["inLanguage"] == "sv"
    assert blocks(client, "/en/")["WebSite"]["inLanguage"] == "en"
    assert "BreadcrumbList" not in found


@pytest.mark.django_db
def test_every_inner_page_tells_the_way_to_it(site, client):
    network = make_network("Förskolenätverket")
    event = make_event(make_network("Undergruppen", parent=network), timezone.localdate(), title="Möten 2026")
    group, row = event.network, event.occurrences.get()
    to_network = [("Start", "/"), ("Nätverk", "/natverk/"), ("Förskolenätverket", network.url)]
    assert trail(client, site.networks.url) == [("Start", "/"), ("Nätverk", "")]
    assert trail(client, network.url) == [*to_network[:2], ("Förskolenätverket", "")]
    assert trail(client, event.url) == [*to_network, ("Undergruppen", group.url), ("Möten 2026", "")]
    assert trail(client, row.get_absolute_url())[:-1] == [
        *to_network,
        ("Undergruppen", group.url),
        ("Möten 2026", event.url),
    ]
    assert trail(client, "/kalender/2026/4/") == [("Start", "/"), ("Kalender", "/kalender/"), ("april 2026", "")]
    assert trail(client, "/kalender/2026/") == [("Start", "/"), ("Kalender", "/kalender/"), ("2026", "")]


@pytest.mark.django_db
def test_the_way_is_in_the_shown_language(site, client):
    network = make_network("Förskolenätverket")
    row = make_event(network, timezone.localdate()).occurrences.get()
    translate(network, {"Förskolenätverket": "The preschool network"})
    address = client.get(f"/en{row.get_absolute_url()}").request["PATH_INFO"].replace("/mote/", "/meeting/")
    names = [name for name, _ in trail(client, address)]
    assert names[0] == "Home"
    assert "The preschool network" in names
    assert all(item.startswith("/en/") for _, item in trail(client, address)[:-1])


@pytest.mark.django_db
def test_a_meetings_page_tells_of_the_meeting(site, client):
    today = timezone.localdate()
    network, other = make_network(f"Nätverket {HOSTILE}"), make_network("Fritidsnätverket")
    row = make_meeting(today, theme=HOSTILE, moved_from=today - timedelta(days=7))
    found = blocks(client, make_event(network, row, co_owners=[other]).occurrences.get().get_absolute_url())["Event"]
    assert found["name"] == f"{HOSTILE}, {network.title}"
    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["previousStartDate"] == (today - timedelta(days=7)).isoformat()
    assert [owner["name"] for owner in found["organizer"]] == [network.title, other.title]
    assert found["url"].startswith("http://localhost/mote/")
    assert "Stadshuset, Mölndal" in found["description"]


@pytest.mark.django_db
def test_a_meeting_that_was_moved_online_after_it_was_told(site, client):
    event = make_event(make_network(), make_meeting(timezone.localdate()))
    address = event.occurrences.get().get_absolute_url()
    assert blocks(client, address)["Event"]["eventStatus"] == "https://schema.org/EventScheduled"
    event.format = "online"
    publish(event)
    assert blocks(client, address)["Event"]["eventStatus"] == "https://schema.org/EventMovedOnline"


@pytest.mark.django_db
def test_a_series_tells_of_the_meetings_that_come_next(site, client):
    today = timezone.localdate()
    event = make_regional_event(*[today + timedelta(days=number) for number in range(-2, 9)])
    html = client.get(event.url).content.decode()
    graph = next(block for block in map(json.loads, _BLOCK.findall(html)) if "@graph" in block)["@graph"]
    assert [each["startDate"][:10] for each in graph] == [str(today + timedelta(days=number)) for number in range(5)]
    assert graph[0]["organizer"] == [{"@type": "Organization", "name": "Göteborgsregionen", "url": "http://localhost"}]


@pytest.mark.django_db
def test_telling_costs_no_query(site, client, monkeypatch):
    event = make_event(make_network(), timezone.localdate())
    addresses = ["/", event.network.url, event.url, event.occurrences.get().get_absolute_url()]
    told = [queries_of(client.get, address) for address in addresses]
    monkeypatch.setattr("networks.pages.json_ld.script", lambda data: "")
    for name in ("gr_site.templatetags.site_data", "events.templatetags.meeting_data"):
        monkeypatch.setattr(f"{name}.script", lambda data: "")
    monkeypatch.setattr("gr_site.templatetags.site_data.site", lambda *args, **kwargs: "")
    monkeypatch.setattr("events.templatetags.meeting_data._facts", lambda *args, **kwargs: None)
    monkeypatch.setattr("events.templatetags.meeting_data.event", lambda facts: {})
    assert [queries_of(client.get, address) for address in addresses] == told
