"""The list of networks: its filters, its order, and what it costs."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from lxml.html import document_fromstring
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from networks.models import Area, EarlierName, NetworkDocument, NetworkPage
from search.models import SynonymGroup
from tests.built_once import built_once, copy_of_built
from tests.factories import make_area, make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of

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


# --- What the site's search knows ---


@pytest.fixture
def meetings(networks):
    """A meeting of one network alone, and one of two together."""
    first, second = (
        NetworkPage.objects.get(title=title) for title in ("Utbildningsgruppen", "Miljöstrategiska nätverket")
    )
    soon = timezone.localdate() + timedelta(days=9)
    make_event(first, make_meeting(soon, theme="Skolskjutsarnas framtid"))
    make_event(second, make_meeting(soon, theme="Kemikalier"), title="Träffar", co_owners=[first])


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"q": "skolskjuts"}, ["Utbildningsgruppen"]),
        ({"q": "kemikalierna"}, ["Miljöstrategiska nätverket", "Utbildningsgruppen"]),
        ({"q": "kemikalierna", "typ": "political"}, ["Utbildningsgruppen"]),
        ({"q": "kemikalierna", "omrade": "miljo-och-samhallsbyggnad"}, ["Miljöstrategiska nätverket"]),
        ({"q": "kemikalierna", "lage": "paused"}, ["Miljöstrategiska nätverket"]),
        ({"q": "kemikalierna", "lage": "closed"}, []),
        ({"q": "förskolor"}, ["Förskolenätverket"]),
        ({"q": "framtiden"}, ["Utbildningsgruppen"]),  # the closed one is called so
        ({"q": "framtiden", "lage": "closed"}, ["Framtidsnätverket"]),
    ],
)
def test_networks_are_found_by_their_meetings_and_by_every_form_of_a_word(ask, meetings, parameters, found):
    assert titles(ask(**parameters)) == found


def test_a_document_finds_its_network(ask, networks):
    page = NetworkPage.objects.get(title="Öckerönätverket")
    document = Document.objects.create(title="Avtal", file=ContentFile(b"Text.", name="avtal.txt"))
    page.documents = [NetworkDocument(title="Avtal om snöröjning", document=document)]
    publish(page)
    assert titles(ask(q="snöröjningen")) == ["Öckerönätverket"]


def test_the_area_of_the_best_answer_comes_first(ask, networks):
    area = Area.objects.get(slug="miljo-och-samhallsbyggnad")
    make_network("Kulturskolan", area=area)
    make_network("Alla vi andra", area=Area.objects.get(slug="utbildning"), introduction="Vi talar om kulturskolan.")
    assert titles(ask(q="kulturskola")) == ["Kulturskolan", "Alla vi andra"]


def test_synonyms_find_networks(ask, networks):
    SynonymGroup.objects.create(words="dagis, förskola")
    assert titles(ask(q="dagis")) == ["Förskolenätverket"]


@pytest.mark.parametrize("how", ["restricted", "unpublished", "event unpublished"])
def test_what_is_hidden_finds_nothing(ask, meetings, how):
    network = NetworkPage.objects.get(title="Utbildningsgruppen")
    if how == "restricted":
        PageViewRestriction.objects.create(page=network, restriction_type="login")
    elif how == "unpublished":
        network.unpublish()
    else:
        network.get_children().get(title="Möten").unpublish()
    assert titles(ask(q="skolskjuts")) == []
    assert (
        "Utbildningsgruppen" not in ask(q="kemikalier", typ="political").content.decode() or how == "event unpublished"
    )


def test_a_guess_is_said_to_be_one(ask, networks):
    said = "Det här liknar det du skrev."
    assert said in ask(q="förskolenetverket").content.decode()
    assert said not in ask(q="förskolenätverket").content.decode()


def test_the_whole_site_can_be_searched_for_the_same(ask, networks):
    assert 'href="/sok/?q=finns+%26+inte"' in ask(q="finns & inte").content.decode()
    assert "/sok/?q=" not in ask(typ="political").content.decode()


def test_the_box_suggests_networks_and_is_a_field_without_scripts(ask, networks):
    (box,) = document_fromstring(ask(q="för").content).xpath("//form[@class='filters']//input[@name='q']")
    assert box.get("data-suggest") == "/sok/forslag/?typ=network"
    assert (box.get("value"), box.get("id")) == ("för", "id_q")


def test_a_search_costs_the_same_for_one_network_and_for_many(ask, site):
    make_event(make_network("Klimat 0"), timezone.localdate(), title="Klimatmöte 0")
    one = queries_of(ask, q="klimat")
    for number in range(1, 30):
        make_event(make_network(f"Klimat {number}"), timezone.localdate(), title=f"Klimatmöte {number}")
    assert ask(q="klimat").context["count"] == 30
    assert queries_of(ask, q="klimat") == one <= queries_of(ask) + 4
