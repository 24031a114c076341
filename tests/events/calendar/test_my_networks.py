"""Mina nätverk: the choice is in the address, and nowhere else."""

import re
from types import SimpleNamespace

import pytest
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from events.ical.lint import lint
from events.selection.short_keys import MOST
from tests.built_once import built_once, copy_of_built
from tests.factories import make_area, make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


def three_networks(site):
    """Three networks in two areas, each with a meeting today."""
    made = [
        make_network("Alfanätverket"),
        make_network("Betanätverket"),
        make_network("Gammanätverket", area=make_area("Miljö")),
    ]
    for network in made:
        make_event(network, timezone.localdate())
    return SimpleNamespace(a=made[0], b=made[1], c=made[2])


built = built_once(three_networks)
networks = copy_of_built()


def short(*networks):
    return "-".join(sorted(network.translation_key.hex[:8] for network in networks))


def ask(client, **parameters):
    response = client.get("/mina-natverk/", parameters, follow=True)
    assert response.status_code == 200
    return response


def words(response):
    return response.content.decode().replace("\u00ad", "")


def shown(response):
    return [row.page.network.title for _, rows in response.context["months"] for row in rows]


def chosen(response):
    return [network.title for network in response.context["chosen"]]


def ticks(response):
    """``{network: whether it is ticked}`` as the page's boxes say."""
    boxes = re.findall(r'<input type="checkbox"[^>]*value="([0-9a-f]+)"(\s+checked)?', words(response))
    names = {key: row.title for _, rows in response.context["groups"] for row, key, _ in rows}
    return {names[key]: bool(checked) for key, checked in boxes}


def feed(client, *networks, tail=""):
    response = client.get(f"/ics/mina/{short(*networks)}{tail}.ics")
    assert response.status_code == 200
    return Calendar.from_ical(response.content)


def summaries(calendar):
    return sorted(str(event["SUMMARY"]) for event in calendar.events)


# --- The page ---


def test_before_a_choice_every_network_can_be_ticked_under_its_area(networks, client):
    response = ask(client)
    assert ticks(response) == {"Alfanätverket": False, "Betanätverket": False, "Gammanätverket": False}
    assert [area.name for area, _ in response.context["groups"]] == ["Miljö", "Utbildning"]
    assert "/ics/mina/" not in words(response)
    assert "noindex" not in words(response)


@pytest.mark.parametrize("form", ["boxes", "joined", "whole keys"])
def test_ticked_networks_give_their_meetings_and_one_address(networks, client, form):
    keys = [network.translation_key.hex for network in (networks.c, networks.a)]
    given = {"boxes": [key[:8] for key in keys], "joined": "-".join(key[:8] for key in keys), "whole keys": keys}
    response = ask(client, n=given[form])
    assert shown(response) == chosen(response) == ["Alfanätverket", "Gammanätverket"]
    assert ticks(response) == {"Alfanätverket": True, "Betanätverket": False, "Gammanätverket": True}
    url = f"/ics/mina/{short(networks.a, networks.c)}/mina-natverk.ics"
    assert response.context["feed_url"] == url
    assert f'<link rel="alternate" type="text/calendar" title="Mina nätverk" href="{url}">' in words(response)
    assert "noindex" in words(response)


def test_the_short_address_of_the_page_gives_the_same_choice(networks, client):
    ticked = ask(client, n=[networks.b.translation_key.hex, networks.a.translation_key.hex])
    (address, status), *more = ticked.redirect_chain
    assert (address, status, more) == (f"/mina-natverk/?n={short(networks.a, networks.b)}", 302, [])
    assert chosen(client.get(address)) == ["Alfanätverket", "Betanätverket"]


@pytest.mark.parametrize(
    "pasted",
    [
        "webcal://x.se/ics/mina/{0}-{1}.ics",
        "webcal://x.se/ics/mina/{0}-{1}/mina-natverk.ics",
        "https://x.se/mina-natverk/?n={0}-{1}",
        "x.se/mina-natverk/?n={0}&n={1}",
    ],
)
def test_an_address_from_the_calendar_program_brings_the_choice_back(networks, client, pasted):
    pasted = pasted.format(short(networks.a), short(networks.b))
    assert chosen(ask(client, adress=pasted)) == ["Alfanätverket", "Betanätverket"]


def test_another_address_gives_a_message_and_the_page(networks, client):
    response = ask(client, adress="https://example.org/ics/natverk/x.ics")
    assert "Det här är ingen adress till Mina nätverk." in words(response)
    assert chosen(response) == []


@pytest.mark.parametrize(
    "parameters", [{"n": "\x00"}, {"n": "-"}, {"n": ["", "x" * 5000]}, {"adress": "\x00"}, {"adress": "x" * 2001}]
)
def test_a_bad_value_gives_the_page(networks, client, parameters):
    assert chosen(ask(client, **parameters)) == []


def test_what_no_longer_exists_is_passed_over_with_a_word(networks, client):
    response = ask(client, n=["00000000", short(networks.a)])
    assert chosen(response) == ["Alfanätverket"]
    assert "Något av det du har valt finns inte längre" in words(response)
    assert "finns inte längre" not in words(ask(client, n=short(networks.a, networks.b)))


def test_more_than_an_address_holds_gives_a_word(networks, client):
    keys = [f"{number:08x}" for number in range(MOST)]
    assert f"Du kan välja högst {MOST} nätverk. Prenumerera" in words(ask(client, n=[short(networks.a), *keys]))


def test_hidden_networks_are_no_choice_and_are_not_named(networks, client):
    PageViewRestriction.objects.create(page=networks.b, restriction_type="login")
    networks.c.unpublish()
    response = ask(client, n=short(networks.a, networks.b, networks.c))
    assert shown(response) == chosen(response) == ["Alfanätverket"]
    assert ticks(response) == {"Alfanätverket": True}


def test_a_closed_network_stays_in_a_choice_but_is_no_new_one(networks, client):
    networks.b.status = "closed"
    publish(networks.b)
    assert "Betanätverket" not in ticks(ask(client))
    assert ticks(ask(client, n=short(networks.b)))["Betanätverket"] is True


def test_a_choice_without_meetings_says_so(site, client):
    response = ask(client, n=short(make_network()))
    assert "inga möten inplanerade just nu" in words(response)


def test_nothing_is_kept_of_the_visitor(networks, client):
    response = ask(client, n=short(networks.a))
    assert not response.cookies


def test_the_page_costs_the_same_for_one_network_and_for_ten(networks, client):
    one = queries_of(client.get, "/mina-natverk/", {"n": short(networks.a)})
    more = [make_network(f"Nätverk {number}") for number in range(9)]
    for network in more:
        make_event(network, timezone.localdate())
    assert queries_of(client.get, "/mina-natverk/", {"n": short(networks.a, *more)}) == one


@pytest.mark.parametrize("where", ["/", "/kalender/", "network", "event"])
def test_other_pages_lead_here(networks, client, where):
    event = networks.a.events.get()
    html = words(client.get({"network": networks.a.url, "event": event.url}.get(where, where)))
    target = (
        f"/mina-natverk/?n={networks.a.translation_key.hex}" if where in {"network", "event"} else "/mina-natverk/"
    )
    assert f'href="{target}"' in html
    assert client.get(target, follow=True).status_code == 200


# --- The feed ---


def test_the_feed_holds_the_chosen_networks_meetings_each_once(networks, client):
    make_event(networks.a, make_meeting(timezone.localdate(), theme="Gemensam dag"), co_owners=[networks.b])
    found = summaries(feed(client, networks.a, networks.b))
    assert found == [
        "Alfanätverket och Betanätverket: Gemensam dag",
        "Alfanätverket: möte",
        "Betanätverket: möte",
    ]


def test_the_feed_leads_back_to_the_page_with_the_same_choice(networks, client):
    calendar = feed(client, networks.a, networks.b)
    back = f"http://localhost:8000/mina-natverk/?n={short(networks.a, networks.b)}"
    assert calendar["URL"] == back
    words = f"Du har valt: Alfanätverket, Betanätverket. Ändra ditt val: {back}"
    assert (str(calendar["NAME"]), str(calendar["DESCRIPTION"])) == ("Mina nätverk", words)


def test_unknown_hidden_and_closed_networks_do_no_harm(networks, client):
    PageViewRestriction.objects.create(page=networks.b, restriction_type="login")
    networks.c.status = "closed"
    publish(networks.c)
    calendar = feed(client, networks.a, networks.b, networks.c, tail="-00000000-nonsens")
    assert summaries(calendar) == ["Alfanätverket: möte", "Gammanätverket: möte"]
    assert "Beta" not in calendar.to_ical().decode()


@pytest.mark.parametrize("keys", ["00000000", "nonsens", "-", "%00", "a" * 3000, "é"])
def test_an_address_that_names_nothing_is_an_empty_calendar(networks, client, keys):
    response = client.get(f"/ics/mina/{keys}.ics")
    assert response.status_code == 200
    assert Calendar.from_ical(response.content).events == []


def test_renames_and_new_slugs_leave_the_choice_as_it_is(networks, client):
    networks.a.title, networks.a.slug = "Nya Alfa", "nya-alfa"
    publish(networks.a)
    assert summaries(feed(client, networks.a)) == ["Nya Alfa: möte"]


def test_unchanged_feed_is_304_from_one_query(networks, client, django_assert_num_queries):
    url = f"/ics/mina/{short(networks.a, networks.b)}.ics"
    etag = client.get(url)["ETag"]
    with django_assert_num_queries(1):
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 304


def test_whatever_the_address_holds_the_feed_is_a_calendar(networks, client):
    response = client.get('/ics/mina/ad7ac187%07%E2%80%A8å;"BEGIN:VEVENT.ics')
    assert (response.status_code, lint(response.content)) == (200, {})
    source = next(line for line in response.content.split(b"\r\n") if line.startswith(b"SOURCE"))
    assert source.isascii()
