"""The admin's list of networks: whose, in which order, filtered and exported, in few queries."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from networks.models import EarlierName, NetworkPage
from tests.built_once import built_once, copy_of_built
from tests.factories import make_area, make_editor, make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/natverk/"


NOW = "2026-11-25T10:00:00+01:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def titles(client, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    return [row.title for row in response.context["table"].data]


def three_networks(site):
    networks = [make_network("Ängsnätverket"), make_network("Bostadsnätverket", area=make_area("Miljö"))]
    networks.append(make_network("Avslutade gruppen", status="closed", kind="working_group"))
    make_event(networks[0], "2026-12-24")
    make_event(networks[1], make_meeting("2026-11-26", status="cancelled"), "2026-12-01")
    return networks


built = built_once(three_networks, at=NOW)
three = copy_of_built()


def test_the_list_says_what_each_network_is(three, editor_client, django_user_model):
    three[1].keeper = django_user_model.objects.create_user("kim", first_name="Kim", last_name="Exempel")
    publish(three[1])
    html = editor_client.get(ADDRESS).content.decode()
    for words in ("Bostadsnätverket", "Miljö", "Arbetsgrupp", "Avslutat", "1 december 2026", "Kim Exempel", "Aldrig"):
        assert words in html, words


def test_orders(three, editor_client):
    assert titles(editor_client) == ["Avslutade gruppen", "Bostadsnätverket", "Ängsnätverket"]
    by_next = ["Bostadsnätverket", "Ängsnätverket", "Avslutade gruppen"]
    assert titles(editor_client, ordering="next_start") == by_next
    assert titles(editor_client, ordering="-next_start") == ["Ängsnätverket", "Bostadsnätverket", "Avslutade gruppen"]
    assert titles(editor_client, ordering="finns inte") == titles(editor_client)
    for key in ("area__sort_order", "kind", "status", "content_changed_at", "keeper__last_name", "reviewed_on"):
        assert len(titles(editor_client, ordering=f"-{key}")) == 3


def test_search_by_name_and_earlier_name_in_any_case(three, editor_client):
    three[1].earlier_names = [EarlierName(name="Boendegruppen")]
    publish(three[1])
    assert titles(editor_client, q="ÄNGS") == ["Ängsnätverket"]
    assert titles(editor_client, q="angs") == ["Ängsnätverket"]
    assert titles(editor_client, q="boende") == ["Bostadsnätverket"]
    assert titles(editor_client, q="finns inte") == []


def test_filters(three, editor_client):
    assert titles(editor_client, kind="working_group") == ["Avslutade gruppen"]
    assert titles(editor_client, status="active") == ["Bostadsnätverket", "Ängsnätverket"]
    assert titles(editor_client, area=make_area("Miljö").pk) == ["Bostadsnätverket"]
    make_network("Utkastet", live=False)
    assert titles(editor_client, behov="utkast") == ["Utkastet"]
    assert len(titles(editor_client, behov="utan_ansvarig")) == 4
    NetworkPage.objects.filter(pk=three[0].pk).update(reviewed_on=date(2025, 11, 25))
    assert titles(editor_client, behov="granska") == ["Ängsnätverket"]
    assert titles(editor_client, behov="utan_moten") == []


@pytest.mark.parametrize("query", [{"area": "x"}, {"behov": "x"}, {"keeper": "0"}, {"kind": "\x00"}, {"p": "-3"}])
def test_a_bad_filter_is_no_error(three, editor_client, query):
    assert len(titles(editor_client, **query)) == 3


def test_an_editor_sees_her_own(three, client):
    client.force_login(make_editor(three[0]))
    assert titles(client) == ["Ängsnätverket"]


def test_a_page_that_is_due_has_its_button_and_returns_to_the_list(three, editor_client):
    NetworkPage.objects.filter(pk=three[0].pk).update(reviewed_on=date(2025, 1, 1))
    html = editor_client.get(ADDRESS, {"behov": "granska"}).content.decode()
    assert html.count("Stämmer fortfarande") == 1
    assert 'name="next" value="/admin/natverk/?behov=granska"' in html


def test_export(three, editor_client):
    response = editor_client.get(ADDRESS, {"export": "csv", "ordering": "next_start"})
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert lines[0] == (
        "Namn,Område,Typ,Läge,Publicerad,Nästa möte,Senast uppdaterad,Sidansvarig,Senast granskad,Adress"
    )
    assert lines[1] == (
        "Bostadsnätverket,Miljö,Nätverk,Aktivt,ja,2026-12-01,2026-11-25,,,http://localhost/natverk/bostadsnatverket/"
    )
    assert len(lines) == 4
    assert editor_client.get(ADDRESS, {"export": "xlsx"}).status_code == 200


def test_queries_do_not_grow_with_networks_and_meetings(site, editor_client):
    make_event(make_network(), "2026-12-01")
    few = queries_of(editor_client.get, ADDRESS)
    for number in range(4):
        make_event(make_network(f"Nätverk {number}"), "2026-12-02", "2026-12-03")
    assert (queries_of(editor_client.get, ADDRESS), few <= 30) == (few, True)
    assert queries_of(editor_client.get, reverse("network_listing_results")) <= few
