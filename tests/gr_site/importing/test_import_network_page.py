"""The command that brings the old site over."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect

from events.models import EventPage, Occurrence
from networks.models import NetworkMember, NetworkPage, Organisation, SharedStatement
from tests.factories import make_area, make_network, make_organisation
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES
from tests.gr_site.importing.scoring import lost_words

SEED = GIVEN / "seed_forskolenatverket.txt"
PLANNING, POLITICAL = PAGES / "physical_planning_two_tables.txt", PAGES / "committee_labelled_meetings.txt"
CLOSED, GROUPS = PAGES / "heads_tabs_and_closed.txt", PAGES / "sustainability_sub_groups.txt"
NAMES = ("Alva Brink", "Elsa Fors", "Maja Nyberg")

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    """``(exit code, standard output, standard error)``."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_network_page", *map(str, arguments), stdout=out, stderr=err, **options)
    except SystemExit as stop:
        return stop.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def stored_text():
    """Everything that an import has written about networks and events, revisions included."""
    pages = [*NetworkPage.objects.all(), *EventPage.objects.all()]
    revisions = [revision.content for page in pages for revision in page.revisions.all()]
    return json.dumps([*(page.serializable_data() for page in pages), *revisions], default=str, ensure_ascii=False)


def test_a_page_becomes_a_draft_with_its_rows_and_meetings(site):
    area, lerum = make_area("Miljö och samhällsbyggnad"), make_organisation("Lilla Edets kommun")
    code, out, _ = run(PLANNING)
    network = NetworkPage.objects.get()
    assert (code, network.live, network.title) == (0, False, "Nätverket för landskapsplanering")
    assert network.area == area
    assert network.purpose.startswith(
        "<ul><li>Jämföra arbetssätt mellan kommunerna.</li><li>Ge underlag till regionens"
    )
    assert [(seat.organisation.name, seat.role, seat.vacant) for seat in network.members.all()] == [
        ("Ale", "member", False),
        ("Alingsås", "member", True),
        ("Göteborg", "member", False),
        ("Göteborg", "vice_chair", False),
        ("Kungsbacka", "chair", False),
        ("Lilla Edets kommun", "member", False),
        ("Länsstyrelsen", "member", False),
        ("Göteborgsregionen", "secretary", False),
    ]
    assert network.members.filter(organisation=lerum).count() == 1
    assert [row.name for row in network.earlier_names.all()] == ["Nätverket för grönytor"]
    assert (network.body[0].block_type, network.body[0].value) == ("heading", "Fokus 2025")
    event = EventPage.objects.get()
    assert (event.live, event.network, event.title) == (False, network, "Möten")
    assert [
        (row.start_date.isoformat(), row.clock[0].isoformat("minutes"), row.actual_place) for row in rows(event)
    ] == [
        ("2025-01-16", "09:00", "Göteborgsregionen (GR)"),
        ("2025-04-03", "09:00", "Teams"),
    ]
    assert "Nätverket för landskapsplanering" in out
    assert "Fokus 2025" in out


def rows(event):
    return event.occurrences.order_by("start_date")


def test_the_draft_can_be_published_as_it_is(site):
    make_area("Miljö och samhällsbyggnad")
    run(PLANNING)
    for page in (NetworkPage.objects.get(), EventPage.objects.get()):
        page.get_latest_revision().publish()
    assert NetworkPage.objects.get().live
    assert Occurrence.objects.filter(page__live=True).count() == 2


def test_the_same_file_again_updates_and_doubles_nothing(site, tmp_path):
    run(PLANNING)
    keys = dict(Occurrence.objects.values_list("start_date", "translation_key"))
    changed = tmp_path / "again.txt"
    changed.write_text(
        PLANNING.read_text(encoding="utf-8")
        .replace("grkom", "x")
        .replace("3 april", "4 april")
        .replace("skugga", "ljus"),
        encoding="utf-8",
    )
    _, out, _ = run(changed)
    assert "uppdaterat" in out
    assert (NetworkPage.objects.count(), EventPage.objects.count(), Occurrence.objects.count()) == (1, 1, 2)
    after = dict(Occurrence.objects.values_list("start_date", "translation_key"))
    assert {day.isoformat() for day in after} == {"2025-01-16", "2025-04-04"}
    assert set(after.values()) & set(keys.values()) == {keys[min(keys)]}
    assert "ljus och svalka" in stored_text()
    assert NetworkMember.objects.count() == 8


def test_an_update_leaves_the_published_page_as_it_is_and_takes_no_meeting_away(site, tmp_path):
    run(PLANNING)
    for page in (NetworkPage.objects.get(), EventPage.objects.get()):
        page.get_latest_revision().publish()
    changed = tmp_path / "again.txt"
    changed.write_text(PLANNING.read_text(encoding="utf-8").replace("3 april", "8 maj"), encoding="utf-8")
    run(changed)
    event = EventPage.objects.get()
    assert [row.start_date.isoformat() for row in rows(event)] == ["2025-01-16", "2025-04-03"]
    draft = event.get_latest_revision_as_object()
    assert sorted(row.start_date.isoformat() for row in draft.occurrences.all()) == [
        "2025-01-16",
        "2025-04-03",
        "2025-05-08",
    ]
    assert (event.live, event.has_unpublished_changes) == (True, True)


def test_what_a_person_has_edited_is_not_overwritten_unless_asked(site, django_user_model):
    run(PLANNING)
    page = NetworkPage.objects.get()
    page.introduction = "Omskriven för hand."
    page.save_revision(user=django_user_model.objects.create_user("alva"))
    code, _, err = run(PLANNING)
    assert (code, "har redigerats" in err) == (1, True)
    assert NetworkPage.objects.get().get_latest_revision_as_object().introduction == "Omskriven för hand."
    assert run(PLANNING, "--update")[0] == 0
    assert "samlar kommunernas" in NetworkPage.objects.get().get_latest_revision_as_object().introduction


def test_an_event_that_a_person_has_edited_is_not_overwritten_either(site, django_user_model):
    run(PLANNING)
    EventPage.objects.get().save_revision(user=django_user_model.objects.create_user("alva"))
    assert run(PLANNING)[0] == 1


def test_no_names_are_stored_unless_asked_for(site):
    run(PLANNING, GROUPS)
    text = stored_text()
    assert not [name for name in (*NAMES, "Stina Rask", "stina.rask@example.org", "031-000 00 11") if name in text]
    assert NetworkMember.objects.exclude(name="").count() == 0


def test_names_are_stored_when_asked_for(site):
    run(PLANNING, GROUPS, "--with-names")
    text = stored_text()
    assert [name for name in (*NAMES, "Stina Rask", "stina.rask@example.org") if name not in text] == []
    assert NetworkPage.objects.get(title__contains="vardag").contacts.get().phone == "031-000 00 11"


def test_names_in_running_text_are_masked(site, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(
        "Skolgruppen\n\nSyfte\n\nAsta Björkmo leder arbetet, ring 031-000 00 12.\n\nDeltagare\n\nAsta Björkmo, Ale\n",
        encoding="utf-8",
    )
    run(file)
    assert NetworkPage.objects.get().purpose == "<p>[namn] leder arbetet, ring [kontaktuppgift].</p>"


def test_sub_groups_get_events_of_their_own(site):
    run(GROUPS)
    network = NetworkPage.objects.get()
    events = {event.title: event.occurrences.count() for event in EventPage.objects.child_of(network)}
    assert events == {"Möten": 2, "Naturgruppen": 2, "Matgruppen": 2}
    assert {row.organisation.name for row in network.members.all()} == {"Ale", "Alingsås", "Borås", "Mark", "Öckerö"}
    assert Occurrence.objects.filter(status="cancelled").count() == 1


def test_a_closed_network_knows_its_successor_and_its_relations(site):
    successor = make_network("Nätverket för boendefrågor")
    parent = make_network("Socialchefsnätverket")
    run(CLOSED)
    network = NetworkPage.objects.get(title="Chefer inom stödboende")
    assert (network.status, network.successor_id, network.kind) == ("closed", successor.pk, "heads")
    assert [(row.kind, row.target_id) for row in network.relations.all()] == [("reports_to", parent.pk)]
    left = [str(block.value) for block in network.body if block.block_type == "unplaced"]
    assert any("Boendegruppen" in text for text in left)


def test_relations_to_pages_that_come_later_in_the_folder_are_found(site, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Förskolegruppen\n\nSyfte\n\nGruppen arbetar på uppdrag av Rektorsgruppen.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Rektorsgruppen\n\nSyfte\n\nAtt leda.\n", encoding="utf-8")
    code, out, _ = run(tmp_path)
    assert code == 0
    assert "kom senare" in out
    relation = NetworkPage.objects.get(title="Förskolegruppen").relations.get()
    assert (relation.kind, relation.target.title) == ("reports_to", "Rektorsgruppen")
    assert not list(NetworkPage.objects.get(title="Förskolegruppen").body)


def test_an_existing_shared_statement_is_referred_to_and_not_rewritten(site):
    owner = make_network("Kommunchefsgruppen")
    SharedStatement.objects.create(
        locale=site.sv, title="Kommunchefsgruppens vision", text="<p>Ny vision.</p>", owner=owner
    )
    run(PAGES / "paused_with_notices.txt")
    statement = NetworkPage.objects.get(title="Digitaliseringsgruppen").statements.get().statement
    assert (statement.text, SharedStatement.objects.count()) == ("<p>Ny vision.</p>", 1)


def test_a_new_shared_statement_belongs_to_its_owner(site):
    owner = make_network("Kommunchefsgruppen")
    run(PAGES / "paused_with_notices.txt")
    statement = SharedStatement.objects.get()
    assert (statement.owner_id, statement.text) == (owner.pk, "<p>En region där det är lätt att göra rätt.</p>")


def test_the_old_address_leads_to_the_new_page(site):
    run(PLANNING)
    redirect = Redirect.objects.get()
    assert redirect.old_path == "/natverk/natverketforlandskapsplanering.5.1a2b3c4d5e6f7a8b9c0d1e2f.html"
    assert redirect.redirect_page_id == NetworkPage.objects.get().pk
    run(PLANNING)
    assert Redirect.objects.count() == 1


def test_the_address_may_be_given(site, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("Skolgruppen\n\nSyfte\n\nAtt mötas.\n", encoding="utf-8")
    run(file, "--url", "https://www.grkom.se/skolgruppen")
    assert NetworkPage.objects.get().import_key == "grkom.se/skolgruppen"
    assert Redirect.objects.get().old_path == "/skolgruppen"


def test_a_dry_run_writes_nothing(site):
    code, out, _ = run(PLANNING, "--dry-run")
    assert (code, "skulle bli ny" in out) == (0, True)
    assert (NetworkPage.objects.count(), Organisation.objects.count(), Redirect.objects.count()) == (0, 0, 0)


def test_json_is_one_object_per_file(site, tmp_path):
    code, out, _ = run(PLANNING, PAGES / "event_conference.txt", tmp_path / "missing.txt", "--json", "--dry-run")
    page, event, missing = map(json.loads, out.splitlines())
    assert code == 1
    assert page["title"] == "Nätverket för landskapsplanering"
    assert page["start_date"] is None
    assert len(page["members"]) == 8
    assert page["fields"]["purpose"].startswith("• Jämföra")
    assert page["fields"]["Fokus 2025"].startswith("Under året")
    wanted = {"start", "end", "all_day", "location", "status", "theme", "text"}
    assert wanted <= set(page["meetings"][0])
    assert [meeting["start"] for meeting in page["meetings"]] == ["2025-01-16T09:00", "2025-04-03T09:00"]
    assert "evenemang" in event["error"]
    assert missing == {"file": str(tmp_path / "missing.txt"), "error": "Filen finns inte."}


def test_json_holds_every_word_of_a_page_also_of_one_that_is_refused(site):
    for path in (PLANNING, PAGES / "event_conference.txt"):
        _, out, _ = run(path, "--json", "--dry-run")
        assert not lost_words(path.read_text(encoding="utf-8"), json.loads(out))


def test_a_bad_file_does_not_stop_the_others(site, tmp_path):
    (tmp_path / "a_empty.txt").write_bytes(b"")
    (tmp_path / "b_binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "c_news.txt").write_bytes((PAGES / "news_without_address.txt").read_bytes())
    (tmp_path / "d_network.html").write_bytes((PAGES / "saved_page.html").read_bytes())
    (tmp_path / "ignored.tsv").write_text("inte en sida")
    code, out, err = run(tmp_path)
    assert code == 1
    assert [page.title for page in NetworkPage.objects.all()] == ["Lokalnätverket"]
    assert err.count("/4 ") == 4
    assert out.count("  fel ") == 3
    assert "Filen är tom." in err


def test_a_site_without_a_list_of_networks_gets_one_as_a_draft(site):
    site.networks.delete()
    assert run(PLANNING)[0] == 0
    index = NetworkPage.objects.get().get_parent()
    assert (index.title, index.live, index.get_parent().pk) == ("Nätverk", False, site.home.pk)


def test_an_empty_folder_is_an_error(site, tmp_path):
    with pytest.raises(CommandError, match="inga text"):
        run(tmp_path)


def test_the_report_lists_every_field_with_its_verdict(site, tmp_path):
    report = tmp_path / "report.csv"
    run(PLANNING, PAGES / "event_conference.txt", "--report", report)
    with report.open(encoding="utf-8-sig", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter=";"))
    assert {"Titel", "Typ", "Område", "Syfte och uppdrag", "Deltagare", "Möte", "Övrig text"} <= {
        row["fält"] for row in table
    }
    assert {row["utfall"] for row in table} == {"säker", "kontrollera", "hoppas över", "fel"}
    assert not [row for row in table if any(name in row["innehåll"] for name in NAMES)]


def test_the_report_is_safe_in_a_spreadsheet(site, tmp_path):
    file, report = tmp_path / "page.txt", tmp_path / "report.csv"
    file.write_text("=HYPERLINK(1)-gruppen\n\nSyfte\n\n@SUM(A1)\n", encoding="utf-8")
    run(file, "--report", report, "--dry-run")
    with report.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines, delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]


def test_the_seed_comes_out_whole(site):
    area = make_area("Utbildning")
    code, _, _ = run(SEED)
    network, event = NetworkPage.objects.get(), EventPage.objects.get()
    assert code == 0
    assert (network.title, network.area, network.kind) == ("Förskolenätverket", area, "network")
    assert network.start_date.isoformat() == "2013-01-01"
    assert network.purpose.count("<li>") == 4
    assert [row.statement.title for row in network.statements.all()] == [
        "Utbildningsgruppens utgångspunkter",
        "Utbildningsgruppens vision",
    ]
    for relation in (network.statements, network.members, network.contacts, network.relations):
        assert [row.sort_order for row in relation.order_by("pk")] == list(range(relation.count()))
    assert [row.when for row in rows(event)] == [
        "fredag 7 februari 2020 kl.\u00a008.30–11.30",
        "fredag 24 april 2020 kl.\u00a008.30–11.30",
        "fredag 11 september 2020 kl.\u00a008.30–11.30",
        "fredag 27 november 2020 kl.\u00a008.30–11.30",
    ]
    left = [str(block.value) for block in network.body]
    assert [text.split(".")[0] for text in left] == [
        "Rapporterar till: Utbildningschefsnätverket",
        "Rådfrågar: Barnomsorgsgruppen",
    ]
