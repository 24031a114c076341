"""The admin's month: what the public sees of all networks, and the user's own drafts among it."""

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.factories import make_editor, make_event, make_meeting, make_network
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/moten/kalender/"
NOW = "2026-11-25T10:00:00+01:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@shared_fixture(at=NOW)
def networks(site):
    own, other, closed = make_network(), make_network("Gymnasienätverket"), make_network("Slutna gruppen")
    make_event(own, "2026-11-03", make_meeting("2026-11-04", status="tentative"))
    make_event(own, "2026-11-05", title="Utkast", live=False)
    make_event(other, "2026-11-06", make_meeting("2026-12-01", status="cancelled"))
    make_event(other, "2026-11-09", title="Hemligt utkast", live=False)
    make_event(closed, "2026-11-10")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    return own, other


def days(client, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    cells = [day for week in response.context["weeks"] for day in week.days]
    return [day.date.day for day in cells if day.occurrences]


def test_a_central_editor_sees_everything(networks, editor_client):
    assert days(editor_client) == [3, 4, 5, 6, 9, 10]
    html = editor_client.get(ADDRESS).content.decode()
    assert html.count("Utkast</span>") == 2
    assert html.count("Preliminärt</span>") == 1


def test_a_network_editor_sees_her_drafts_and_what_is_public_of_others(networks, client):
    client.force_login(make_editor(networks[0]))
    assert days(client) == [3, 4, 5, 6]
    assert days(client, mina="on") == [3, 4, 5]
    html = client.get(ADDRESS).content.decode()
    assert html.count('/edit/">') == 3  # she opens her own only
    assert "Slutna gruppen" not in html


def test_another_month_and_one_network(networks, editor_client):
    assert days(editor_client, manad="2026-12") == [1]
    assert days(editor_client, natverk=networks[0].pk) == [3, 4, 5]
    html = editor_client.get(ADDRESS, {"manad": "2026-12", "natverk": networks[1].pk}).content.decode()
    assert f"?manad=2026-11&amp;natverk={networks[1].pk}" in html
    assert "Inställt</span>" in html


@pytest.mark.parametrize("month", ["x", "2026-13", "1999-12", "2100-01", "2026-00", "26-1", "\x00"])
def test_a_bad_month_gets_a_message_and_this_month(networks, editor_client, month):
    response = editor_client.get(ADDRESS, {"manad": month})
    assert (response.status_code, response.context["month"].number) == (200, 11)
    assert len(response.context["form"].errors["manad"]) == 1


@pytest.mark.parametrize("month", ["2000-01", "2099-12"])
def test_the_calendars_first_and_last_month(site, editor_client, month):
    assert editor_client.get(ADDRESS, {"manad": month}).status_code == 200


def test_a_full_day_leads_to_the_list(site, editor_client):
    make_event(make_network(), *["2026-11-12"] * 10)
    html = editor_client.get(ADDRESS).content.decode()
    assert "/admin/moten/?dag_from=2026-11-12&amp;dag_to=2026-11-12" in html
    assert "2 till<" in html


def test_queries_do_not_grow_with_meetings(site, editor_client):
    make_event(make_network(), "2026-11-12")
    few = queries_of(editor_client.get, ADDRESS)
    for number in range(2):
        make_event(make_network(f"Nätverk {number}"), *["2026-11-13", "2026-11-16"] * 8)
    assert (queries_of(editor_client.get, ADDRESS), few <= 30) == (few, True)
