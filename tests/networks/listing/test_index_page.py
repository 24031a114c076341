"""The list of networks: its filters, its order, and what it costs."""

import pytest

from networks.models import EarlierName
from tests.built_once import built_once, copy_of_built
from tests.factories import make_area, make_network, publish

pytestmark = pytest.mark.django_db


def titles(response):
    return [network.title for _, networks in response.context["groups"] for network in networks]


@pytest.fixture
def ask(site, client):
    return lambda **parameters: client.get(site.networks.url, parameters)


def five_networks(site):
    education, environment = make_area(sort_order=1), make_area("Miljö och samhällsbyggnad", sort_order=2)
    make_network("Förskolenätverket", area=education, introduction="Chefer för förskolan i regionen.")
    make_network("Öckerönätverket", area=environment, second_area=education)
    make_network("Utbildningsgruppen", area=education, kind="political")
    make_network("Framtidsnätverket", area=environment, status="closed")
    make_network("Miljöstrategiska nätverket", area=environment, status="paused")


built = built_once(five_networks)
networks = copy_of_built()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("forskola", ["Förskolenätverket"]),
        ("FÖRSKOLE", ["Förskolenätverket"]),
        ("Öckerö", ["Öckerönätverket"]),
        ("ockero", ["Öckerönätverket"]),
        ("ÖCKERÖ", ["Öckerönätverket"]),
        ("O\u0308ckero\u0308", ["Öckerönätverket"]),  # as a Mac may paste it: letters and dots apart
        ("natverket regionen", ["Förskolenätverket"]),  # every word, in any order, the introduction too
        ("%", []),
        ("_", []),
        ("finns inte", []),
    ],
)
def test_names_are_found_with_and_without_dots(ask, networks, words, found):
    assert titles(ask(q=words)) == found


def test_a_former_name_finds_the_network(ask, networks):
    page = make_network("Beredningsgruppen för miljö")
    page.earlier_names = [EarlierName(name="Styrgruppen för klimat", until=2020)]
    publish(page)
    assert titles(ask(q="styrgruppen")) == ["Beredningsgruppen för miljö"]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"omrade": "utbildning"}, ["Utbildningsgruppen", "Förskolenätverket", "Öckerönätverket"]),
        ({"typ": "political"}, ["Utbildningsgruppen"]),
        ({"lage": "closed"}, ["Framtidsnätverket"]),
        ({"lage": "paused"}, ["Miljöstrategiska nätverket"]),
        ({"lage": "active", "omrade": "miljo-och-samhallsbyggnad"}, ["Öckerönätverket"]),
    ],
)
def test_filters_narrow_and_combine(ask, networks, parameters, found):
    response = ask(**parameters)
    assert titles(response) == found
    assert response.context["filtered"] is True


def test_closed_networks_are_left_out_unless_asked_for(ask, networks):
    assert titles(ask()) == [
        "Utbildningsgruppen",
        "Förskolenätverket",
        "Miljöstrategiska nätverket",
        "Öckerönätverket",
    ]


@pytest.mark.parametrize(
    "parameters",
    [
        {"omrade": "nonsens"},
        {"omrade": "\x00"},
        {"typ": "nonsens"},
        {"lage": "' OR 1=1"},
        {"q": "a\x00b"},
        {"q": "ö" * 5000},
        {"okand": "1"},
    ],
)
def test_bad_parameters_give_a_page_with_all_networks(ask, networks, parameters):
    response = ask(**parameters)
    assert response.status_code == 200
    assert response.context["count"] == 4


def test_a_bad_choice_is_told_in_swedish(ask, networks):
    html = ask(typ="nonsens").content.decode()
    assert "Vi kunde inte använda allt du skrev." in html
    assert "nonsens" in html
