"""What needs an editor: found in the right networks, on the right days, and for the right person."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document

from events.attention.concerns import CONCERNS, found_for
from events.models import EventPage
from events.series.recurrence import Rule
from events.series.rule_field import recurrence_of
from networks.documents.marking import mark
from networks.models import NetworkDocument, NetworkPage
from tests.factories import make_editor, make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)
NOW = "2026-11-25T10:00:00+01:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@pytest.fixture
def central(site, django_user_model):
    return django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt")


def titles(user, key, today=TODAY):
    (found,) = found_for(user, today, key)
    assert found.count == len(found.rows)
    return [row.title for row in found.rows]


def test_networks_without_coming_meetings(central):
    make_network("Vilande", status="paused")
    make_network("Utkast", live=False)
    make_event(make_network("Med möte"), "2026-11-25")
    make_event(make_network("Bara inställt"), make_meeting("2026-12-01", status="cancelled"))
    make_event(make_network("Bara passerat"), "2026-11-24")
    guest = make_network("Gäst")
    make_event(make_network("Bara utkast"), "2026-12-01", live=False)
    make_event(make_network("Värd"), "2026-12-01", co_owners=[guest])
    assert titles(central, "utan_moten") == ["Bara inställt", "Bara passerat", "Bara utkast"]


def test_preliminary_meetings_close_in_time(central, network):
    rows = [
        make_meeting("2026-12-25", status="tentative", theme="Sist"),
        make_meeting("2026-12-26", status="tentative", theme="För långt bort"),
        make_meeting("2026-11-25", status="tentative", theme="I dag"),
        make_meeting("2026-11-24", status="tentative", theme="Passerat"),
        make_meeting("2026-12-01", theme="Bekräftat"),
    ]
    make_event(network, *rows)
    make_event(make_network("Utkast"), make_meeting("2026-12-01", status="tentative"), live=False)
    (found,) = found_for(central, TODAY, "preliminara")
    assert [row.about for row in found.rows] == ["I dag", "Sist"]


def test_meetings_held_without_minutes(central, network):
    paper = Document.objects.create(title="Anteckningar", file=ContentFile(b"x", name="a.pdf"))
    rows = [
        make_meeting("2026-11-03", theme="Tjugotvå dagar sedan"),
        make_meeting("2026-11-04", theme="Tjugoen dagar sedan"),
        make_meeting("2026-10-01", theme="Har anteckningar", minutes=paper),
        make_meeting("2026-10-02", theme="Inställt", status="cancelled"),
        make_meeting("2025-10-02", theme="För länge sedan"),
    ]
    make_event(network, *rows)
    make_event(make_network("Skriver inte här", publishes_minutes=False), "2026-10-01")
    (found,) = found_for(central, TODAY, "anteckningar")
    assert [row.about for row in found.rows] == ["Tjugotvå dagar sedan"]


def test_series_near_their_end(central):
    ending = make_network("Slutar")
    make_event(ending, "2026-10-01", "2027-01-20")
    make_event(make_network("Går vidare"), "2026-10-01", "2026-12-20", "2027-03-01")
    make_event(make_network("Ett möte"), "2026-12-10")
    planned = make_network("Planerat")
    make_event(planned, "2026-10-01", "2026-12-10", title="Höstens möten")
    make_event(planned, "2027-03-01", title="Vårens möten", slug="varen")
    assert titles(central, "serier") == ["Slutar"]


def test_a_series_by_rule_ends_even_where_its_network_has_other_meetings(central, network):
    event = make_event(network, title="Måndagsmöten", live=False, series_start=date(2026, 11, 2))
    event.recurrence = recurrence_of(Rule("WEEKLY", weekdays=((0, 0),), until=date(2026, 12, 21)))
    event.fill_from_rule(TODAY)
    publish(event)
    make_event(network, "2027-05-03", title="Internat")
    (found,) = found_for(central, TODAY, "serier")
    assert [(row.about, row.day) for row in found.rows] == [("Måndagsmöten", date(2026, 12, 21))]


def test_pages_that_nobody_has_reviewed_for_a_year_can_be_marked_at_once(central, network):
    make_network("Ny")
    reviewed = TODAY - timedelta(days=365)
    NetworkPage.objects.filter(pk=network.pk).update(reviewed_on=reviewed)
    (found,) = found_for(central, TODAY, "granska")
    assert [(row.title, row.review, row.day) for row in found.rows] == [("Förskolenätverket", network.pk, TODAY)]


def test_documents_without_marking_for_the_site_and_for_ones_own_networks(central, network):
    papers = [Document.objects.create(title=title, file=ContentFile(b"x", name="a.pdf")) for title in "ABCDE"]
    own, other = network, make_network("Gymnasienätverket")
    own.documents = [NetworkDocument(title="A", document=papers[0])]
    publish(own)
    make_event(own, make_meeting("2026-12-01", agenda=papers[1]), make_meeting("2026-10-01", minutes=papers[2]))
    make_event(other, make_meeting("2026-12-01", agenda=papers[3]))
    mark(papers[2], "yes")
    local = make_editor(own)
    assert titles(central, "dokument") == ["A", "B", "D", "E"]
    assert titles(local, "dokument") == ["A", "B"]


def test_an_editor_is_asked_about_her_own_networks_only(central):
    own, other = make_network(), make_network("Gymnasienätverket")
    for network in (own, other):
        rows = [make_meeting("2026-12-01", status="tentative"), make_meeting("2026-10-01")]
        make_event(network, *rows)
    local = make_editor(own)
    for key in ("preliminara", "anteckningar", "serier"):
        assert titles(local, key) == ["Förskolenätverket"], key
        assert len(titles(central, key)) == 2, key


def test_every_list_that_is_linked_to_opens(central, client):
    client.force_login(central)
    for concern in CONCERNS:
        assert client.get(concern.list_url).status_code == 200


def test_the_linked_list_has_the_same_rows(central, client):
    client.force_login(central)
    make_event(make_network("A"), make_meeting("2026-12-01", status="tentative"), make_meeting("2026-10-01"))
    make_network("B")
    for key, number in {"utan_moten": 1, "preliminara": 1, "anteckningar": 1}.items():
        (found,) = found_for(central, TODAY, key)
        listing = client.get(found.concern.list_url).context
        assert (listing["items_count"], found.count) == (number, number), key


def test_the_dashboard_says_what_waits(central, client):
    client.force_login(central)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Inget just nu." in html
    make_network("Ensamma nätverket")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Nätverk utan kommande möten" in html
    assert "Ensamma nätverket" in html


def test_queries_do_not_grow_with_what_there_is(central, client):
    client.force_login(central)

    def fill(name):
        rows = [make_meeting("2026-12-01", status="tentative"), make_meeting("2026-10-01")]
        make_event(make_network(name), *rows)
        make_network(f"{name} utan möten")
        NetworkPage.objects.filter(title=name).update(reviewed_on=date(2025, 1, 1))

    fill("A")
    pages = [reverse("wagtailadmin_home"), reverse("attention_report")]
    few = [queries_of(client.get, page) for page in pages]
    for name in "BCD":
        fill(name)
    assert [queries_of(client.get, page) for page in pages] == few
    assert max(few) <= 45


def test_the_dashboard_of_one_without_pages_has_no_panel(site, client, network):
    user = make_editor(network)
    user.groups.get().page_permissions.all().delete()
    client.force_login(user)
    assert "attention__" not in client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("attention_report", "network_listing", "meeting_listing", "meeting_month"):
        assert client.get(reverse(name)).status_code == 302, name


def test_the_report_and_its_export(central, client):
    client.force_login(central)
    make_event(make_network("A"), make_meeting("2026-12-01", status="tentative", theme="Skugga"))
    address = reverse("attention_report")
    html = client.get(address).content.decode()
    assert all(str(concern.heading) in html for concern in CONCERNS)
    assert "Nätverk utan" not in client.get(address, {"visa": "preliminara"}).content.decode().split("</form>")[1]
    assert client.get(address, {"visa": "finns inte"}).status_code == 200
    text = b"".join(client.get(address, {"visa": "preliminara", "export": "csv"}).streaming_content).decode()
    event = EventPage.objects.get()
    assert text.splitlines() == [
        "Vad,Namn,Om,Datum,Adress",
        f"Preliminära möten som snart äger rum,A,Skugga,2026-12-01,http://testserver/admin/pages/{event.pk}/edit/",
    ]
    assert client.get(address, {"export": "xlsx"}).status_code == 200
