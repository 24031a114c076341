"""Whole made-up pages of three generations of layout, each with its traps."""

import pytest

from gr_site.importing.old_pages import NotANetworkPage, UnreadablePage, import_key, read_html, read_page, read_source
from networks.text.start import Start
from tests.gr_site.importing.old_pages.reading_pages import read


def test_two_tables_of_members_with_the_municipality_first():
    page = read("physical_planning_two_tables.txt")
    assert [(row.name, row.organisation, row.role, row.group) for row in page.members] == [
        ("Alva Brink", "Ale", "", ""),
        ("", "Alingsås", "", ""),
        ("Dag Ekeland", "Göteborg", "", ""),
        ("Elsa Fors", "Göteborg", "vice ordförande", ""),
        ("Göran Hjelm", "Kungsbacka", "ordförande", ""),
        ("Ida Jarl", "Lilla Edet", "", ""),
        ("Karl-Axel Löf", "Länsstyrelsen", "", "Övriga deltagare"),
        ("Maja Nyberg", "Göteborgsregionen", "sekreterare", "Övriga deltagare"),
    ]
    assert page.earlier_names == ("Nätverket för grönytor",)
    assert [section.heading for section in page.sections] == ["Fokus 2025"]
    assert (
        page.text_of("purpose") == "• Jämföra arbetssätt mellan kommunerna.\n• Ge underlag till regionens yttranden."
    )
    assert page.updated.isoformat() == "2025-01-09"
    assert import_key(page) == "5.1a2b3c4d5e6f7a8b9c0d1e2f"


def test_sub_groups_have_their_own_dates_under_a_common_lead():
    page = read("sustainability_sub_groups.txt")
    lead = "Alla möten hålls digitalt kl. 13–15 om inget annat anges."
    dated = [block for block in page.meetings if len(block.lines) == 2]
    assert [block.group for block in dated] == ["", "Naturgruppen", "Matgruppen"]
    assert all(lead in block.context and "Preliminära mötestider 2024" in block.context for block in dated)
    assert page.municipalities == ("Ale", "Alingsås", "Borås", "Mark", "Öckerö")
    assert page.members == ()
    assert page.documents == ("Årsrapport 2023 (pdf, 1,2 MB)", "Stadgar (pdf, 80 kB)")
    (contact,) = page.contacts
    assert (contact.name, contact.title, contact.email) == ("Stina Rask", "Projektledare", "stina.rask@example.org")
    assert page.start == Start()  # "GR driver nätverket sedan 2024" is not when it began


def test_a_political_body_with_labelled_meetings_and_substitutes():
    page = read("committee_labelled_meetings.txt")
    assert page.kind == "political"
    assert page.text_of("purpose") == "Nämnden beslutar i ärenden som kommunerna har lämnat över."
    assert [(row.name, row.party, row.role) for row in page.members if row.organisation in ("Göteborg", "Lerum")] == [
        ("Alfons Bergdahl", "S", "ordförande"),
        ("Freja Gran", "S", "Ersättare"),
    ]
    assert sum(row.vacant for row in page.members) == 1
    assert page.text_of("documents") == "Protokollen publiceras på anslagstavlan."
    assert "Plats: Meddelas senare" in page.meetings[0].lines


def test_an_empty_year_leaves_nothing_behind():
    page = read("old_steering_group_empty_year.txt")
    (block,) = page.meetings
    assert block.context == ("Lärandegruppens sammanträdestider 2019",)
    assert page.start == Start(year=1998, season="spring")
    assert page.unplaced == ("Anna Exempel (M) Ale, Lärandegruppens ordförande",)
    assert [contact.title for contact in page.contacts] == ["", "Sekreterare för Lärandegruppen"]
    assert page.ignored[-1].strip() == "Göteborgregionens Kommunalaförbund"


def test_a_closed_network_tells_why_and_by_what_it_is_replaced():
    page = read("heads_tabs_and_closed.txt")
    assert (page.kind, page.status, page.successor) == ("heads", "closed", "Nätverket för boendefrågor")
    assert [(row.organisation, row.title, row.vacant) for row in page.members] == [
        ("Ale", "enhetschef", False),
        ("Göteborg", "verksamhetschef", False),
        ("Lilla Edet", "enhetschef", False),
        ("Tjörn", "", True),
    ]
    assert [(relation.kind, relation.body) for relation in page.relations] == [
        ("reports_to", "Socialchefsnätverket"),
        ("prepares_for", "Styrgruppen för omsorg"),
        ("consults", "Boendegruppen"),
    ]
    assert page.updated.isoformat() == "2022-12-14"


def test_questions_as_headings_and_bullets_of_members():
    page = read("bullets_member_first.txt")
    assert [(row.name, row.organisation) for row in page.members] == [
        ("Amanda Bly", "Ale"),
        ("", "Alingsås"),
        ("Björn Cruse", "Göteborg"),
        ("Carin Due", "Hvitfeldtska gymnasiet"),
        ("Doris Ek", "Härryda"),
    ]
    assert page.start == Start(year=2012, season="autumn")
    assert len(page.meetings[0].lines) == 2


def test_a_resting_group_and_a_vision_of_another_body():
    page = read("paused_with_notices.txt")
    assert page.status == "paused"
    assert page.text_of("status_reason").startswith("Gruppen är vilande")
    assert page.text_of("purpose") == "Gruppen förbereder ärenden till Kommunchefsgruppen."
    (statement,) = page.statements
    assert (statement.owner, statement.text) == ("Kommunchefsgruppen", "En region där det är lätt att göra rätt.")
    assert "Mötet den 2 oktober är inställt." in [*page.meetings[0].lines, *page.meetings[0].notices]
    assert [line for line in page.ignored if line == "Skriv ut"] == ["Skriv ut"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("news_without_address.txt", "nyhet"),
        ("event_conference.txt", "evenemang"),
        ("index_of_networks.txt", "varken syfte"),
    ],
)
def test_what_is_no_network_is_refused_with_the_reason(name, reason):
    with pytest.raises(NotANetworkPage, match=reason) as refusal:
        read(name)
    assert refusal.value.page.title


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tom"),
        (b" \n\t\r\n", "tom"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04docx", "Word"),
        (b"\x89PNG\r\n", "bild"),
        (b"text\x00med nollor", "inte text"),
        (b"\xff\xd8\xff\xe0", "bild"),
        (bytes(range(1, 32)) * 20, "inte text"),
        (b"x" * 2_000_001, "stor"),
        (b"rad\n" * 6000, "rader"),
        (b"<html>" + b"<p>" * 30_000, "stor"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, reason):
    with pytest.raises(UnreadablePage, match=reason):
        read_source(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_old_files_are_saved_in(encoding):
    source = "Förskolegruppen\r\n\r\nSyfte\r\n\r\nAtt mötas på Öckerö.\r\n"
    page = read_source(source.encode(encoding))
    assert (page.title, page.text_of("purpose")) == ("Förskolegruppen", "Att mötas på Öckerö.")


def test_saved_html_gives_the_same_fields():
    page = read("saved_page.html")
    assert page.source_url == "https://goteborgsregionen.se/natverk/lokalnatverket.5.abcdef0123456789abcdef0.html"
    assert page.text_of("purpose").endswith("• dela ritningar och erfarenheter\n• följa kostnader")
    assert [(row.name, row.organisation, row.role) for row in page.members] == [
        ("Asta Björkmo", "Alingsås", "ordförande"),
        ("", "Ale", ""),
        ("Cia Enmark", "Chalmers Industriteknik", ""),
    ]
    assert [section.heading for section in page.sections] == ["Så arbetar vi tillsammans"]
    assert page.meetings[0].lines == ("10 mars", "Tid: kl. 08.30-12.00", "Plats: GR", "5 maj", "Tid: kl. 08.30-12.00")
    assert page.start == Start(year=2016)
    assert "Syfte" not in str(page.unplaced)


def test_a_page_laid_out_in_tables_is_read_as_blocks():
    markup = (
        "<table><tr><td><h1>Lokalgruppen</h1><h2>Syfte</h2><p>Att mötas.</p></td>"
        "<td><h2>Deltagare</h2>"
        "<table><tr><th>Namn</th><th>Kommun</th></tr><tr><td>Asta Björkmo</td><td>Ale</td></tr></table>"
        "</td></tr></table>"
    )
    page = read_html(markup)
    assert (page.title, page.text_of("purpose")) == ("Lokalgruppen", "Att mötas.")
    assert [(row.name, row.organisation) for row in page.members] == [("Asta Björkmo", "Ale")]


@pytest.mark.parametrize(
    "above",
    [
        "Skaraborgs kommunalförbund\nStart / Samverkan / Nätverk / Skolgruppen\n\n",
        "Politik\n",
        "GÖTEBORGSREGIONENS KOMMUNALFÖRBUND\n\nDu är här:\n\n",
        "Hoppa till innehållet\nMeny\nNätverk\n",
    ],
)
def test_the_title_is_below_the_frame_of_the_site(above):
    page = read_page(f"{above}Skolgruppen\n\nSyfte\n\nAtt mötas.")
    assert (page.title, page.unplaced) == ("Skolgruppen", ())


def test_an_address_given_by_the_caller_goes_before_the_one_in_the_file():
    source = "https://example.org/a\nSkolgruppen\n\nSyfte\n\nAtt mötas."
    assert read_page(source).source_url == "https://example.org/a"
    assert read_page(source, url="https://example.org/b").source_url == "https://example.org/b"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://goteborgsregionen.se/natverk/a.5.2c9665f617704cb69f3134f0.html", "5.2c9665f617704cb69f3134f0"),
        ("http://grkom.se/b.5.2c9665f617704cb69f3134f0.html?closeLevel=1", "5.2c9665f617704cb69f3134f0"),
        ("https://www.grkom.se/socialhallbarhet/", "grkom.se/socialhallbarhet"),
        ("", "titel:skolgruppen"),
        ("http://[bad", "titel:skolgruppen"),
    ],
)
def test_the_import_key_outlives_domains_and_names(url, key):
    assert import_key(read_page("Skolgruppen\n\nSyfte\n\nAtt mötas.", url=url)) == key


def test_the_last_paragraph_may_speak_of_the_municipalities_without_being_a_footer():
    page = read_page("Skolgruppen\n\nSyfte\n\nAtt mötas.\n\nGruppen består av 13 kommuner i västra Sverige.")
    assert "13 kommuner" in page.text_of("purpose")


@pytest.mark.parametrize(
    "content",
    [
        "Referensgruppen ska ge råd till projektet.\n\nI gruppen ingår Asta Björkmo (Ale) och Bo Dalrot (Lerum).\n\n"
        "Gruppen träffas den 3 mars, 5 maj och 6 oktober 2027 kl 13-15 på GR.",
        "Uppgift: att ge råd till projektet\n\nDeltagare\n\nAsta Björkmo, Ale\nBo Dalrot, Lerum\n\nMöten\n\n"
        "3 mars 2027 kl. 9-12\n5 maj 2027 kl. 9-12\n6 oktober 2027 kl. 9-12",
    ],
    ids=["in sentences", "under headings"],
)
def test_what_a_page_holds_weighs_more_than_its_address(content):
    page = read_page(f"https://example.org/projekt/kust/referensgrupp\n\nReferensgrupp för kusten\n\n{content}")
    assert [(row.name, row.organisation) for row in page.members] == [("Asta Björkmo", "Ale"), ("Bo Dalrot", "Lerum")]
    assert len(page.meetings) == 1


def test_an_article_about_a_project_is_still_refused():
    with pytest.raises(NotANetworkPage, match="artikel"):
        read_page("https://example.org/projekt/kust\n\nKustprojektet\n\nProjektet pågår till 2027 och ska ge råd.")
