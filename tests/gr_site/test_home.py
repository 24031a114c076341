"""The first page, and the pages for what is not there or went wrong."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_area, make_event, make_meeting, make_network
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def test_an_empty_site_has_a_first_page(site, client):
    response = client.get("/")
    assert response.status_code == 200
    assert list(response.context["upcoming"]) == []


def test_the_next_meetings_stand_in_order_each_once(site, client, today):
    first, second = make_network("Alfa"), make_network("Beta")
    make_event(first, today + timedelta(days=2), today - timedelta(days=1), co_owners=[second])
    make_event(second, today)
    assert [row.start_date for row in client.get("/").context["upcoming"]] == [today, today + timedelta(days=2)]


def test_an_area_counts_the_networks_that_its_link_lists(site, client):
    education, environment = make_area(), make_area("Miljö")
    make_network("Alfa", area=education, second_area=environment)
    make_network("Beta", area=education, status="paused")
    make_network("Gamma", area=education, second_area=education)
    make_network("Delta", area=education, status="closed")
    make_network("Utkast", area=education, live=False)
    PageViewRestriction.objects.create(page=make_network("Hemligt", area=education), restriction_type="login")
    shown = {area.slug: number for area, number in client.get("/").context["areas"]}
    assert shown == {"utbildning": 3, "miljo": 1}
    for slug, number in shown.items():
        assert client.get(site.networks.url, {"omrade": slug}).context["count"] == number


def test_the_way_to_all_networks_counts_those_that_it_lists(site, client):
    make_network("Alfa")
    make_network("Beta", status="paused")
    make_network("Gamma", status="closed")
    assert client.get("/").context["networks_count"] == client.get(site.networks.url).context["count"] == 2


def test_the_first_page_costs_the_same_for_one_network_and_for_many(site, client, today):
    def network(number):
        make_event(
            make_network(f"Nätverk {number}", area=make_area(f"Område {number % 2}")), today, title=f"M {number}"
        )

    network(1)
    one = queries_of(client.get, "/")
    for number in range(2, 9):
        network(number)
    assert queries_of(client.get, "/") == one


@pytest.mark.parametrize("address", ["/finns-inte/", "/natverk/finns-inte/", "/en/finns-inte/", "/kalender/2026/13/"])
def test_what_is_not_there_is_told_in_swedish_with_a_way_on(site, client, address):
    response = client.get(address)
    assert response.status_code == 404
    html = response.content.decode()
    assert '<html lang="' in html
    assert "<h1" in html
    assert 'href="/"' in html


def test_an_error_is_told_in_swedish_without_asking_the_database(site, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("made up for this test")

    monkeypatch.setattr("gr_site.models.HomePage.get_context", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    html = response.content.decode()
    assert "<h1" in html
    assert "made up for this test" not in html
    assert 'lang="sv"' in html


def test_every_public_page_has_one_h1_and_the_skip_link_first(site, client, today):
    event = make_event(make_network(), make_meeting(today))
    tails = ["", f"{today.year}/", f"{today.year}/{today.month}/"]
    addresses = ["/", site.networks.url, event.get_parent().url, event.url, "/sok/?q=x", "/finns-inte/"]
    addresses += [site.calendar.url + tail for tail in tails] + [event.occurrences.get().get_absolute_url()]
    for address in addresses:
        html = client.get(address).content.decode()
        assert html.count("<h1") == 1, address
        body = html[html.index("<body") :]
        assert body.index("<a ") == body.index('<a class="skip" href="#innehall"'), address
        assert 'id="innehall"' in body, address
