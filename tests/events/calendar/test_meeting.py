"""A meeting's own page, and the event's."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


def words(response):
    assert response.status_code == 200
    return response.content.decode().replace("\u00ad", "").replace("\u00a0", " ").replace("&nbsp;", " ")


def rows_of(event):
    return list(event.occurrences.order_by("starts_at"))


def test_a_meeting_has_a_page_with_its_date_in_swedish(site, client, network):
    (row,) = rows_of(make_event(network, make_meeting("2020-02-07", theme="Vision", note="Ta med exempel.")))
    html = words(client.get(row.get_absolute_url()))
    for expected in ("fredag 7 februari 2020", "kl. 08.30–11.30", "Vision", "Ta med exempel.", "Stadshuset, Mölndal"):
        assert expected in html


def test_the_address_outlives_a_new_date_a_new_slug_and_a_move(site, client, network):
    event = make_event(network, "2020-02-07")
    address = rows_of(event)[0].get_absolute_url()
    event.slug, event.title = "nya-moten", "Nya möten"
    event.occurrences.first().start_date = date(2020, 2, 14)
    row = event.occurrences.first()
    row.start_date = date(2020, 2, 14)
    event.occurrences = [row]
    event = publish(event)
    event.move(make_network("Annat nätverk"), pos="last-child")
    html = words(client.get(address))
    assert "14 februari 2020" in html
    assert "Annat nätverk" in html


def test_neighbouring_meetings_lead_to_each_other(site, client, network):
    first, second, third = rows_of(make_event(network, "2020-02-07", "2020-04-24", "2020-09-11"))
    context = client.get(second.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (first, third)


@pytest.mark.parametrize("address", [f"/mote/{uuid.UUID(int=7)}/", "/mote/abc/", "/mote/"])
def test_what_is_no_meeting_is_not_found(site, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("where", ["event", "network"])
@pytest.mark.parametrize("how", ["unpublish", "restrict"])
def test_a_hidden_meeting_is_not_found(site, client, where, how, network):
    event = make_event(network, "2020-02-07")
    address = rows_of(event)[0].get_absolute_url()
    page = {"event": event, "network": network}[where]
    if how == "unpublish":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 404


def test_an_event_under_an_unpublished_network_is_not_found(site, client, network):
    event = make_event(network, "2020-02-07")
    network.unpublish()
    assert client.get(event.url).status_code == 404


def test_an_events_page_shows_what_comes_first_and_then_what_was(site, client, network):
    today = timezone.localdate()
    event = make_event(
        network,
        make_meeting(today + timedelta(days=2), status="cancelled"),
        today + timedelta(days=9),
        "2019-03-05",
        "2020-02-07",
        "2020-04-24",
    )
    context = client.get(event.url).context
    assert context["next_meeting"].start_date == today + timedelta(days=9)
    assert [row.start_date for row in context["upcoming"]] == [today + timedelta(days=2), today + timedelta(days=9)]
    assert [(year, len(rows)) for year, rows in context["past_years"]] == [(2020, 2), (2019, 1)]


def test_a_joint_meeting_names_its_owners_but_not_hidden_ones(site, client):
    first, second, third = make_network("Alfanätverket"), make_network("Betanätverket"), make_network("Hemligheten")
    event = make_event(first, "2020-02-07", co_owners=[second, third])
    PageViewRestriction.objects.create(page=third, restriction_type="login")
    for address in (event.url, rows_of(event)[0].get_absolute_url()):
        html = words(client.get(address))
        assert "Alfanätverket" in html
        assert "Betanätverket" in html
        assert "Hemligheten" not in html


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "cancelled"}, "Inställt"),
        ({"status": "tentative"}, "Preliminärt"),
        ({"moved_from": date(2020, 1, 31)}, "Flyttat från"),
        ({"timing": "whole_day"}, "Heldag"),
        ({"timing": "to_be_announced"}, "Tid meddelas senare"),
        ({"end_date": "2020-02-08"}, "fredag 7 februari 2020 kl. 08.30 – lördag 8 februari 2020 kl. 11.30"),
        ({"end_date": "2020-02-08", "timing": "whole_day"}, "7–8 februari 2020"),
    ],
)
def test_what_is_special_about_a_meeting_is_told_in_words(site, client, fields, expected, network):
    (row,) = rows_of(make_event(network, make_meeting("2020-02-07", **fields)))
    assert expected.casefold() in words(client.get(row.get_absolute_url())).casefold()


def test_an_events_page_costs_the_same_for_one_date_and_for_thirty(site, client):
    today = timezone.localdate()

    def event(name, number):
        days = [today + timedelta(days=30 * (index - number // 2)) for index in range(number)]
        return make_event(make_network(name), *days)

    small, large = event("Litet", 1), event("Stort", 30)
    assert queries_of(client.get, large.url) <= queries_of(client.get, small.url)


def test_a_meeting_that_has_been_says_so_and_offers_itself_to_no_calendar(site, client, network):
    today = timezone.localdate()
    past, coming = rows_of(make_event(network, today - timedelta(days=1), today))
    told = {row: words(client.get(row.get_absolute_url())) for row in (past, coming)}
    for text, of_past in (("Mötet har varit.", True), ("Lägg till i kalender", False), ("Alla datum", None)):
        assert (text in told[past]) is (of_past is not False), text
        assert (text in told[coming]) is (of_past is not True), text


def test_a_cancelled_meeting_of_the_past_has_not_been(site, client, network):
    (row,) = rows_of(make_event(network, make_meeting("2020-02-07", status="cancelled")))
    assert "Mötet har varit." not in words(client.get(row.get_absolute_url()))


def test_an_ended_network_promises_no_meetings_to_follow(site, client):
    active, ended = make_network("Alfa"), make_network("Beta", status="closed")
    told = {network: words(client.get(network.url)) for network in (active, ended)}
    for text in ("Inga möten är inplanerade just nu.", "Lägg till i Mina nätverk", "Följ ändringar med Rss"):
        assert text in told[active]
        assert text not in told[ended]
    assert "Nätverket har inga fler möten." in told[ended]


def test_the_menu_marks_where_a_meeting_belongs(site, client, network):
    site.networks.show_in_menus = True
    publish(site.networks)
    (row,) = rows_of(make_event(network, "2020-02-07"))
    assert f'<a href="{site.networks.url}" aria-current="true">Nätverk</a>' in words(
        client.get(row.get_absolute_url())
    )
