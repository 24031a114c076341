"""The admin's list of meetings: every date that the user may edit, filtered, ordered and exported."""

import pytest
import time_machine
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from tests.built_once import built_once, copy_of_built
from tests.factories import make_editor, make_event, make_meeting, make_network, make_regional_event
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/moten/"


NOW = "2026-11-25T10:00:00+01:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def every_kind(site):
    paper = Document.objects.create(title="Dagordning", file=ContentFile(b"x", name="a.pdf"))
    rows = [
        make_meeting("2026-11-24", theme="Passerat"),
        make_meeting("2026-11-25", theme="I dag", agenda=paper),
        make_meeting("2026-12-01", theme="Inställt", status="cancelled"),
        make_meeting("2027-01-10", theme="Preliminärt", status="tentative"),
    ]
    network = make_network()
    make_event(network, *rows)
    make_event(make_network("Utkastgruppen"), make_meeting("2026-12-02", theme="Utkast"), live=False)
    make_regional_event(make_meeting("2026-12-03", theme="Regionens"))
    return network


built = built_once(every_kind, at=NOW)
meetings = copy_of_built()


def themes(client, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    return [row.theme for row in response.context["table"].data]


def test_coming_meetings_first_and_drafts_among_them(meetings, editor_client):
    assert themes(editor_client) == ["I dag", "Inställt", "Utkast", "Regionens", "Preliminärt"]
    html = editor_client.get(ADDRESS).content.decode()
    for words in ("tisdag 1 december 2026", "Förskolenätverket", "Utkast</span>", "Inställt", "Preliminärt"):
        assert words in html, words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"nar": "passerade"}, ["Passerat"]),
        (
            {"nar": "alla", "ordering": "-starts_at", "status": "confirmed"},
            ["Regionens", "Utkast", "I dag", "Passerat"],
        ),
        ({"status": "cancelled"}, ["Inställt"]),
        ({"dagordning": "ja"}, ["I dag"]),
        ({"dagordning": "nej", "status": "tentative"}, ["Preliminärt"]),
        ({"anteckningar": "ja"}, []),
        ({"dag_from": "2026-11-24", "dag_to": "2026-11-25"}, ["Passerat", "I dag"]),
        ({"dag_from": "2026-12-02", "ordering": "-starts_at"}, ["Preliminärt", "Regionens", "Utkast"]),
        ({"behov": "utkast"}, ["Utkast"]),
        ({"behov": "preliminara"}, []),
        ({"behov": "anteckningar"}, []),
        ({"q": "installt"}, ["Inställt"]),
        ({"q": "forskole", "nar": "alla"}, ["Passerat", "I dag", "Inställt", "Preliminärt"]),
        ({"ordering": "status"}, ["Inställt", "I dag", "Utkast", "Regionens", "Preliminärt"]),
    ],
)
def test_filters_search_and_order(meetings, editor_client, query, found):
    assert themes(editor_client, **query) == found


@pytest.mark.parametrize("query", [{"dag_from": "x"}, {"natverk": "x"}, {"natverk": "0"}, {"nar": "x"}, {"p": "x"}])
def test_a_bad_filter_is_no_error(meetings, editor_client, query):
    assert editor_client.get(ADDRESS, query).status_code == 200


def test_by_network_joint_meetings_included(meetings, editor_client):
    make_event(make_network("Värden"), make_meeting("2026-12-09", theme="Gemensamt"), co_owners=[meetings])
    found = themes(editor_client, natverk=meetings.pk)
    assert found == ["I dag", "Inställt", "Gemensamt", "Preliminärt"]


def test_an_editor_sees_her_own(meetings, client):
    client.force_login(make_editor(meetings))
    assert themes(client, nar="alla") == ["Passerat", "I dag", "Inställt", "Preliminärt"]
    assert themes(client, q="regionens", nar="alla") == []


def test_export(meetings, editor_client):
    response = editor_client.get(ADDRESS, {"export": "csv"})
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert lines[0] == (
        "Datum,Till och med,Börjar,Slutar,Nätverk,Möte,Status,Publicerat,Plats,Dagordning,Anteckningar,Anmärkning"
    )
    assert lines[1] == (
        "2026-11-25,2026-11-25,08:30:00,11:30:00,Förskolenätverket,I dag,Bekräftat,ja,"
        '"Stadshuset, Mölndal",Dagordning,,'
    )
    assert len(lines) == 6
    assert editor_client.get(ADDRESS, {"export": "xlsx"}).status_code == 200


def test_queries_do_not_grow_with_meetings(site, editor_client):
    make_event(make_network(), "2026-12-01")
    few = queries_of(editor_client.get, ADDRESS)
    for number in range(2):
        make_event(make_network(f"Nätverk {number}"), *(f"2026-12-{day:02}" for day in range(2, 22)))
    assert (queries_of(editor_client.get, ADDRESS), few <= 30) == (few, True)
