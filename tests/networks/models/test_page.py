"""What a visitor meets on a network's page, and what she must never meet there."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import querydict_from_html

from networks.models import (
    EarlierName,
    NetworkContact,
    NetworkDocument,
    NetworkMember,
    NetworkRelation,
    NetworkStatement,
    SharedStatement,
)
from networks.models.choices import RelationKind
from tests.factories import make_area, make_event, make_network, make_organisation, publish, source
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
NAME = "Gunvor Testsson"
SOFT_HYPHEN = "\u00ad"


def text_of(response):
    """The words of a page's ``main``, without markup."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).replace(SOFT_HYPHEN, "").split())


def headings(response):
    return re.findall(r"<h[2-6][^>]*>\s*(.*?)\s*</h[2-6]>", response.content.decode(), re.DOTALL)


def restrict(page, kind="login"):
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x" if kind == "password" else "")


def seat(name=NAME, **fields):
    fields = {"name_basis": "public_task", **fields}
    return NetworkMember(organisation=make_organisation(), name=name, **fields)


@pytest.fixture
def show(client):
    return lambda page, **parameters: client.get(page.url, parameters)


@shared_fixture()
def page(site):
    """A network of which nothing is filled in."""
    return make_network()


# --- Empty fields ---


def test_an_empty_network_has_no_empty_headings(site, show):
    response = show(make_network("Tomma nätverket"))
    assert response.status_code == 200
    assert headings(response) == ["Möten"]
    assert "None" not in text_of(response)
    assert not re.search(r"<(ul|ol|dl|p|table|dd|dt)[^>]*>\s*</\1>", response.content.decode())


def test_a_network_that_is_saved_in_the_admin_gets_no_empty_headings_by_it(site, editor_client, page):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(editor_client.get(address).content.decode(), form_id="page-edit-form").copy()
    form |= {"body-count": "0", "action-publish": "1"}
    assert editor_client.post(address, form).status_code == 302
    assert headings(Client().get(page.url)) == ["Möten"]  # a visitor's browser, not the editor's


def test_each_filled_field_has_its_heading(site, show):
    page = make_network(
        purpose="<p>Utbyta erfarenheter.</p>",
        vision="<p>Alla barn lär.</p>",
        mandate="<p>Rapporterar till GR.</p>",
        contact_email="natverk@example.org",
    )
    page.members = [seat()]
    page.documents = [NetworkDocument(title="Handlingsplan", access="registered", registry_number="2020-00123.70")]
    page = publish(page)
    assert headings(show(page)) == [
        "Syfte och uppdrag",
        "Möten",
        "Vision",
        "Mandat och organisation",
        "Ledamöter",
        "Dokument",
        "Kontakt",
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start_date": date(2013, 1, 1)}, "1 januari 2013"),
        ({"start_year": 2010, "start_season": "spring"}, "våren 2010"),
        ({"start_year": 2015}, "Startade 2015"),
    ],
)
def test_the_start_is_told_in_swedish(site, show, fields, words):
    assert words in text_of(show(make_network(**fields)))


# --- Paused and closed ---


@pytest.mark.parametrize(
    ("status", "words"), [("paused", "Nätverket är vilande"), ("closed", "Nätverket är avslutat")]
)
def test_a_network_that_does_not_meet_says_so_first_and_points_to_its_successor(site, show, status, words):
    successor = make_network("Beredningsgruppen")
    page = make_network(
        "Styrgruppen",
        status=status,
        status_reason="Uppdraget är slutfört.",
        status_since=date(2021, 6, 1),
        successor=successor,
        purpose="<p>Syftet.</p>",
    )
    text = text_of(show(page))
    for expected in (words, "sedan 1 juni 2021", "Uppdraget är slutfört.", "Arbetet fortsätter i Beredningsgruppen"):
        assert expected in text
    assert text.index(words) < text.index("Syftet.")


@pytest.mark.parametrize(
    ("status", "before", "after"),
    [
        ("paused", "Nätverket blir vilande 31 december 2026", "Nätverket är vilande sedan 31 december 2026"),
        ("closed", "Nätverket avslutas 31 december 2026", "Nätverket är avslutat sedan 31 december 2026"),
    ],
)
def test_the_tense_of_the_notice_follows_the_day(site, show, client, status, before, after):
    page = make_network("Styrgruppen", status=status, status_since=date(2026, 12, 31))
    told = {}
    for day in ("2026-11-28", "2026-12-30", "2026-12-31", "2027-01-01"):
        with time_machine.travel(f"{day}T12:00:00+01:00"):
            row = client.get(site.networks.url).content.decode()
            told[day] = before in text_of(show(page)), after in text_of(show(page)), "<strong>vilande</strong>" in row
            assert ("Styrgruppen" in row) is (status == "paused" or told[day][0])
    later = status == "paused"
    assert [*told.values()] == [(True, False, False)] * 2 + [(False, True, later)] * 2


def test_an_active_network_has_no_notice(site, show, page):
    assert "vilande" not in text_of(show(page))


@pytest.mark.parametrize("hide", [restrict, lambda page: page.unpublish()])
def test_a_successor_that_visitors_may_not_see_is_not_named(site, show, hide):
    successor = make_network("Hemliga gruppen")
    page = make_network("Styrgruppen", status="closed", successor=successor)
    hide(successor)
    assert "Hemliga" not in show(page).content.decode()


# --- Relations ---


def test_a_relation_is_told_from_both_ends(site, show):
    group, body = make_network("Fritidsnätverket"), make_network("Utbildningsgruppen", kind="political")
    group.relations = [NetworkRelation(kind="reports_to", target=body)]
    group = publish(group)
    assert "Rapporterar till Utbildningsgruppen" in text_of(show(group))
    assert "Får rapporter från Fritidsnätverket" in text_of(show(body))


def test_a_network_may_have_several_parents_and_several_kinds(site, show):
    group, first, second = make_network("Arbetsgruppen"), make_network("Beta"), make_network("Alfa")
    group.relations = [
        NetworkRelation(kind="working_group_under", target=first),
        NetworkRelation(kind="working_group_under", target=second),
        NetworkRelation(kind="consults", target=first),
    ]
    text = text_of(show(publish(group)))
    assert "Arbetsgrupp under Alfa Beta" in text
    assert "Rådfrågar Beta" in text
    assert "Arbetsgrupper Arbetsgruppen" in text_of(show(second))
    assert "Rådfrågas av Arbetsgruppen" in text_of(show(first))


def test_a_cooperation_told_by_both_is_shown_once(site, show):
    one, other = make_network("Alfa"), make_network("Beta")
    one.relations = [NetworkRelation(kind="cooperates_with", target=other)]
    other.relations = [NetworkRelation(kind="cooperates_with", target=one)]
    one, other = publish(one), publish(other)
    assert text_of(show(one)).count("Beta") == 1
    assert text_of(show(other)).count("Alfa") == 1


def test_the_same_relation_twice_is_shown_once(site, show):
    one, other = make_network("Alfa"), make_network("Beta")
    one.relations = [NetworkRelation(kind="consults", target=other), NetworkRelation(kind="consults", target=other)]
    assert text_of(show(publish(one))).count("Beta") == 1


@pytest.mark.parametrize("hide", [restrict, lambda page: page.unpublish()])
def test_a_hidden_body_is_not_named_in_anyones_relations(site, show, hide):
    group, body = make_network("Fritidsnätverket"), make_network("Hemliga gruppen")
    group.relations = [NetworkRelation(kind="reports_to", target=body)]
    group = publish(group)
    hide(body)
    assert "Hemliga" not in show(group).content.decode()


# --- Members ---


def test_a_member_is_shown_with_role_and_organisation(site, show, page):
    page.members = [seat("Beata Exempel", role="member"), seat(role="chair", title="förskolechef", party="S")]
    text = text_of(show(publish(page)))
    assert text.index("Gunvor Testsson (S)") < text.index("Beata Exempel")
    for words in ("Ordförande", "förskolechef", "Mölndals stad"):
        assert words.casefold() in text.casefold()


@pytest.mark.parametrize(
    "fields",
    [
        {"name_basis": "", "title": "enhetschef med hemlig befattning", "party": "ZZ"},
        {"hide_name": True, "title": "enhetschef med hemlig befattning", "party": "ZZ"},
        {"vacant": True, "title": "enhetschef med hemlig befattning", "party": "ZZ"},
        {"valid_until": date(2020, 12, 31)},
        {"valid_from": date(2099, 1, 1)},
    ],
)
def test_no_public_page_names_a_hidden_vacant_former_or_coming_member(site, client, fields):
    day = timezone.localdate() + timedelta(days=5)
    page = make_network(introduction="Om nätverket.")
    page.members = [seat(**fields)]
    page = publish(page)
    event = make_event(page, day)
    row = event.occurrences.get()
    addresses = [
        page.url,
        site.home.url,
        site.networks.url,
        site.calendar.url,
        f"{site.calendar.url}{day.year}/{day.month}/",
        f"{site.calendar.url}{day.year}/",
        event.url,
        row.get_absolute_url(),
        f"/sok/?q={NAME.split()[0]}",
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        for secret in ("Testsson", "hemlig befattning", "(ZZ)"):
            assert secret not in response.content.decode(), address


def test_a_hidden_member_keeps_the_seat_and_a_vacant_seat_says_so(site, show, page):
    page.members = [seat(hide_name=True, role="vice_chair"), seat("", vacant=True)]
    text = text_of(show(publish(page)))
    assert "Vice ordförande Mölndals stad" in text
    assert "Vakant Mölndals stad" in text


def test_both_days_of_a_seat_are_inclusive():
    held = NetworkMember(valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31))
    answers = [
        held.serves_on(date.fromisoformat(day)) for day in ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    ]
    assert answers == [False, True, True, False]


# --- Documents, shared texts, the body ---


def test_a_document_that_is_given_out_on_request_shows_only_its_number(site, show, page):
    page.documents = [
        NetworkDocument(title="Minnesanteckningar", access="registered", registry_number="2020-00123.70")
    ]
    text = text_of(show(publish(page)))
    assert "Minnesanteckningar" in text
    assert "Lämnas ut på begäran. Diarienummer 2020-00123.70" in text


def test_a_shared_text_is_shown_on_every_network_that_refers_to_it(site, show):
    owner = make_network("Utbildningsgruppen")
    statement = SharedStatement.objects.create(
        title="Utbildningsgruppens vision", text="<p>Alla barn når målen.</p>", owner=owner, locale=source()
    )
    for title in ("Förskolenätverket", "Fritidsnätverket"):
        page = make_network(title)
        page.statements = [NetworkStatement(statement=statement)]
        text = text_of(show(publish(page)))
        assert "Utbildningsgruppens vision Alla barn når målen." in text
        assert "Den ägs av Utbildningsgruppen" in text


def test_text_that_an_import_could_not_place_is_not_shown_and_not_found(site, client, show, page):
    page.body = [("unplaced", "Hemlig rest från den gamla sidan")]
    page = publish(page)
    assert "Hemlig rest" not in show(page).content.decode()
    assert client.get("/sok/", {"q": "rest"}).context["count"] == 0


def test_markup_in_plain_fields_is_text(site, show):
    page = make_network(
        "<b>Fet</b>", introduction="<script>alert(1)</script>", status="paused", status_reason="<i>x</i>"
    )
    html = show(page).content.decode()
    for raw in ("<b>Fet", "<script>alert", "<i>x"):
        assert raw not in html


# --- Meetings on the page ---


def test_the_next_meeting_stands_first_then_the_year_then_past_years(site, show, page):
    today = timezone.localdate()
    make_event(page, today + timedelta(days=2), date(2019, 3, 5), date(2020, 2, 7))
    text = text_of(show(page))
    assert re.search(r"2020 \(1\).*2019 \(1\)", text)
    assert "2019-03-05" not in show(page).content.decode()
    assert "2019-03-05" in show(page, ar="2019").content.decode()


@pytest.mark.parametrize("year", ["abc", "-1", "99999", "2018", "\x00", "²²²²", "٢٠٢٠"])
def test_a_year_that_is_none_shows_no_archive_and_no_error(site, show, year, page):
    make_event(page, date(2019, 3, 5))
    response = show(page, ar=year)
    assert response.status_code == 200
    assert response.context["sections"][0]["archive"] == []


@pytest.mark.parametrize("hide", [restrict, lambda page: page.unpublish()])
def test_an_event_that_visitors_may_not_see_is_not_named_on_its_network(site, show, hide, page):
    event = make_event(page, timezone.localdate(), title="Hemligt möte")
    hide(event)
    response = show(page)
    assert "Hemligt" not in response.content.decode()
    assert response.context["sections"][0]["has_meetings"] is False


def test_a_joint_meeting_stands_once_on_each_owners_page(site, show):
    day = timezone.localdate() + timedelta(days=400)
    first, second = make_network("Alfa"), make_network("Beta")
    make_event(first, day, title="Gemensamt", co_owners=[second, first])
    for page in (first, second):
        ((_, rows),) = show(page).context["sections"][0]["coming_years"]
        assert len(rows) == 1


# --- What it costs ---


def fill(page, number):
    """``number`` of everything that a network's page lists."""
    year = timezone.localdate().year
    page.members = [seat(f"Person {index}") for index in range(number)]
    page.documents = [NetworkDocument(title=f"Plan {index}", document=make_document(index)) for index in range(number)]
    page.contacts = [NetworkContact(name=f"Person {index}") for index in range(number)]
    page.earlier_names = [EarlierName(name=f"Namn {index}") for index in range(number)]
    neighbours = [make_network(f"Granne {index}") for index in range(min(number, 3))]
    page.statements = [NetworkStatement(statement=make_statement(index, neighbours)) for index in range(number)]
    page.relations = [NetworkRelation(kind=kind, target=to) for to in neighbours for kind in RelationKind]
    days = [date(year, 1, 1) + timedelta(days=11 * index) for index in range(number)]
    make_event(page, *days, *(day.replace(year=year + 1) for day in days), *(day.replace(year=2020) for day in days))
    make_event(page, *days[1:3], title="Fler möten")
    return publish(page)


def make_document(number):
    return Document.objects.create(title=f"Plan {number}", file=ContentFile(b"text", name=f"plan-{number}.txt"))


def make_statement(number, owners):
    owner = owners[number % len(owners)]
    return SharedStatement.objects.create(title=f"Text {number}", text="<p>x</p>", owner=owner, locale=source())


def test_the_page_costs_the_same_for_one_row_of_each_sort_and_for_thirty(site, show, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    small, large = fill(make_network("Litet", area=make_area()), 1), fill(make_network("Stort"), 30)
    one = queries_of(show, small)
    assert queries_of(show, large) == one
