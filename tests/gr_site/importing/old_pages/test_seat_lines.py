"""Lines about several people, and lists whose headers, labels and cards tell who is who."""

import pytest

from gr_site.importing.old_pages.lines import text_lines
from gr_site.importing.old_pages.members import read_seats
from tests.gr_site.importing.old_pages.reading_pages import read_lines


def seats(text):
    return [
        (row.name or "vakant" * row.vacant, row.organisation, row.role) for row in read_seats(text_lines(text)).rows
    ]


ASTA, BO = ("Asta Björkmo", "Ale", ""), ("Bo Dalrot", "Ale", "ersättare")
BOTH = [ASTA, ("Bo Dalrot", "Ale", "")]


@pytest.mark.parametrize(
    "line",
    [
        "Asta Björkmo, Ale – Bo Dalrot",
        "Asta Björkmo, Ale, ersättare Bo Dalrot",
        "Ale: Asta Björkmo, ersättare: Bo Dalrot",
        "Ale kommun – Asta Björkmo (ersättare Bo Dalrot)",
        "Asta Björkmo, Ale (suppl. Bo Dalrot)",
        "Asta Björkmo, Ale, med personlig ersättare Bo Dalrot",
        "Kommun\tOrdinarie\tErsättare\nAle\tAsta Björkmo\tBo Dalrot",
        "Kommun\n\nLedamot\n\nPersonlig ersättare\n\nAle\n\nAsta Björkmo\n\nBo Dalrot",
        "Asta Björkmo, Ale\n\nErsättare\n\nBo Dalrot, Ale",
        "Asta Björkmo, Ale (pers. ers. Bo Dalrot)",
        "Asta Björkmo, Ale (pers.ers: Bo Dalrot)",
        "Asta Björkmo, Ale – ersättare: Bo Dalrot",
    ],
)
def test_a_deputy_is_a_seat_of_the_same_organisation(line):
    assert seats(line) == [ASTA, BO]


@pytest.mark.parametrize(
    "line",
    [
        "Ale: Asta Björkmo alt. Bo Dalrot",
        "Asta Björkmo alt Bo Dalrot, Ale",
        "Asta Björkmo/Bo Dalrot, Ale",
        "Ale\tAsta Björkmo eller Bo Dalrot",
        "Ale\tAsta Björkmo\tBo Dalrot",
        "Asta Björkmo och Bo Dalrot, Ale",
        "Ale – Asta Björkmo, Bo Dalrot",
        "Från Ale deltar Asta Björkmo och Bo Dalrot.",
        "I gruppen ingår Asta Björkmo (Ale) och Bo Dalrot (Ale).",
        "Asta Björkmo, Ale, och Bo Dalrot, Ale",
        "| Namn | Kommun |\n| Asta Björkmo | Ale |\n| Bo Dalrot | Ale |",
        "Ale kommun:\nAsta Björkmo\nBo Dalrot",
        "ASTA BJÖRKMO, Ale\nBO DALROT, Ale",
        "1. Asta Björkmo, Ale\n2. Bo Dalrot, Ale",
    ],
)
def test_two_people_are_two_seats(line):
    assert seats(line) == BOTH


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ale: Asta Björkmo, ersättare vakant", [ASTA, ("vakant", "Ale", "ersättare")]),
        ("Ale: vakant, ersättare Bo Dalrot", [("vakant", "Ale", ""), BO]),
        ("Kommun\tNamn\tErsättare\nAle\tVakant\tBo Dalrot", [("vakant", "Ale", ""), BO]),
        ("Kommun\tNamn\tErsättare\nAle\tAsta Björkmo\t-", [ASTA]),
        ("RPG: vakant", [("vakant", "RPG", "")]),
        ("Asta Björkmo, Ale – ersättare: ej utsedd", [ASTA, ("vakant", "Ale", "ersättare")]),
        ("Asta Björkmo, Ale (ersättare utses senare)", [ASTA, ("vakant", "Ale", "ersättare")]),
    ],
)
def test_either_the_seat_or_its_deputy_may_be_vacant(line, wanted):
    assert seats(line) == wanted


def test_a_party_heads_its_members():
    rows = read_seats(text_lines("Moderaterna\n\nAsta Björkmo och Bo Dalrot.\n\nBygdens väl (BV)\n\nCia Enmark")).rows
    assert [(row.name, row.party) for row in rows] == [("Asta Björkmo", "M"), ("Bo Dalrot", "M"), ("Cia Enmark", "BV")]


def test_a_label_heads_its_part_of_the_list():
    found = read_seats(text_lines("Kommunstyrelsen\nAsta Björkmo, Ale\n\nFunktionsrätt\nBo Dalrot\nCia Enmark"))
    assert [row.group for row in found.rows] == ["Kommunstyrelsen", "Funktionsrätt", "Funktionsrätt"]
    assert found.unread == ()


def test_offices_stand_above_or_below_the_names():
    above = seats("Ordförande\nAsta Björkmo, Ale\n\nErsättare\nBo Dalrot, Ale")
    below = seats("Asta Björkmo, Ale\nOrdförande\n\nBo Dalrot, Ale\nErsättare")
    assert [role.casefold() for _, _, role in above] == [role.casefold() for _, _, role in below]
    assert [role.casefold() for _, _, role in above] == ["ordförande", "ersättare"]


@pytest.mark.parametrize(
    "line", ["Asta Björkmo, Volvo Cars", "Asta Björkmo, Bo Dalrot", "Ale\tAsta Björkmo, Bo Dalrot"]
)
def test_what_may_be_another_person_is_neither_organisation_nor_title(line):
    found = read_seats(text_lines(line))
    assert [(row.name, row.title) for row in found.rows] == [("Asta Björkmo", "")]
    assert [row.text for row in found.unread] == [line]


def test_telephones_among_people_are_left_for_an_editor():
    found = read_seats(text_lines("Asta Björkmo, Ale\nTelefon: 031-000 00 11\nBo Dalrot, Ale\nasta(at)example.org"))
    assert [row.name for row in found.rows] == ["Asta Björkmo", "Bo Dalrot"]
    assert [line.text for line in found.reach] == ["Telefon: 031-000 00 11", "asta(at)example.org"]


def test_a_list_of_people_ends_where_other_text_and_dates_begin():
    page = read_lines(
        "Skolgruppen", "", "Ledamöter", "", "Asta Björkmo, Ale", "Bo Dalrot, Lerum", "", "Bildning för alla", "",
        "Gruppen arbetar för att alla ska få en bra skolgång.", "", "Ersättare", "", "Cia Enmark, Ale", "",
        "torsdag 23 maj 2024, kl. 13.00–15.00",
    )  # fmt: skip
    assert [(row.name, row.role) for row in page.members] == [
        ("Asta Björkmo", ""), ("Bo Dalrot", ""), ("Cia Enmark", "Ersättare"),
    ]  # fmt: skip
    assert [section.heading for section in page.sections] == ["Bildning för alla"]
    assert [block.lines for block in page.meetings] == [("torsdag 23 maj 2024, kl. 13.00–15.00",)]


def test_a_person_named_twice_has_one_row():
    page = read_lines(
        "Skolgruppen",
        "",
        "Ordförande",
        "",
        "Asta Björkmo",
        "",
        "Deltagare",
        "",
        "Asta Björkmo, Ale",
        "Bo Dalrot, Lerum",
    )
    assert [(row.name, row.organisation, row.role) for row in page.members] == [
        ("Asta Björkmo", "Ale", "Ordförande"),
        ("Bo Dalrot", "Lerum", ""),
    ]


def test_cards_of_labels_and_values_are_seats():
    page = read_lines(
        "Skolnämnden", "", "Ledamöter", "", "Namn: Asta Björkmo", "Parti: S", "Uppdrag: Ordförande",
        "Namn: Bo Dalrot", "Parti: M", "Uppdrag: Ledamot",
    )  # fmt: skip
    assert [(row.name, row.party, row.role) for row in page.members] == [
        ("Asta Björkmo", "S", "Ordförande"),
        ("Bo Dalrot", "M", "Ledamot"),
    ]


def test_an_office_before_a_colon_is_everyones_after_it():
    page = read_lines(
        "Skolföreningens styrelse", "", "Ordförande: Asta Björkmo", "Kassör: Bo Dalrot",
        "Ledamöter: Cia Enmark och Doris Ek", "Suppleanter: Ebba Gran, Frej Holm",
    )  # fmt: skip
    assert [(row.name, row.role) for row in page.members] == [
        ("Asta Björkmo", "Ordförande"), ("Bo Dalrot", "Kassör"), ("Cia Enmark", ""), ("Doris Ek", ""),
        ("Ebba Gran", "ersättare"), ("Frej Holm", "ersättare"),
    ]  # fmt: skip


def test_a_sentence_that_a_list_completes_heads_people_and_dates_end_them():
    page = read_lines(
        "Naturrådet", "", "I rådet ingår:", "", "Asta Björkmo, Ale", "Bo Dalrot, Lerum", "", "Programmet hösten 2025",
        "4 september kl. 18.30", "2 oktober kl. 18.30",
    )  # fmt: skip
    assert [(row.name, row.organisation, row.title) for row in page.members] == [
        ("Asta Björkmo", "Ale", ""),
        ("Bo Dalrot", "Lerum", ""),
    ]
    assert [(block.group, block.lines) for block in page.meetings if block.lines] == [
        ("", ("4 september kl. 18.30", "2 oktober kl. 18.30"))
    ]


@pytest.mark.parametrize(
    "organisation",
    [
        "Folkhälsan i Särsholm", "Särsholms pensionärer", "Röda Korset", "Hjärtföreningen i Lerum", "Reumatikerna",
        "Synskadades förening", "Hörselskadades Riksförbund", "Företagarna Väst", "Svenska kyrkan", "socialnämnden",
        "räddningstjänsten", "Räddningstjänsten Väst", "kustbevakningen", "PRO Ale",
    ],
)  # fmt: skip
def test_associations_and_services_are_organisations_of_member_and_deputy(organisation):
    assert seats(f"ordf. Asta Björkmo, {organisation} (pers. ers. Bo Dalrot)") == [
        ("Asta Björkmo", organisation, "ordf."),
        ("Bo Dalrot", organisation, "ersättare"),
    ]


@pytest.mark.parametrize(
    ("line", "title", "organisation"),
    [
        ("Asta Björkmo\nChef för plan och mark\nAlingsås kommun", "Chef för plan och mark", "Alingsås"),
        ("Asta Björkmo, Chef för Plan och Mark, Lerum", "Chef för Plan och Mark", "Lerum"),
        ("Asta Björkmo, enhetschef plan, bygg och mark, Ale", "enhetschef plan, bygg och mark", "Ale"),
        ("Asta Björkmo, socialchef i Mark", "socialchef", "Mark"),
        ("Asta Björkmo, Mark", "", "Mark"),
        ("Asta Björkmo, socialtjänsten, Ale", "socialtjänsten", "Ale"),
    ],
)
def test_a_word_of_a_title_is_no_municipality(line, title, organisation):
    (row,) = read_seats(text_lines(line)).rows
    assert (row.name, row.title, row.organisation) == ("Asta Björkmo", title, organisation)


@pytest.mark.parametrize("title", ["docent", "Professor", "fil. dr", "tekn. lic.", "lektor", "leg. psykolog"])
def test_a_title_may_stand_before_the_name(title):
    (row,) = read_seats(text_lines(f"{title} Asta Björkmo, Ale")).rows
    assert (row.name, row.title, row.organisation) == ("Asta Björkmo", title, "Ale")


@pytest.mark.parametrize("office", ["Ordf", "ordf.", "v.ordf.", "vice ordf.", "Sekr."])
def test_an_office_may_stand_before_the_name(office):
    assert seats(f"{office} Asta Björkmo, Ale") == [("Asta Björkmo", "Ale", office)]


def test_a_person_in_the_column_of_organisations_is_none():
    found = seats("Kommun\tOrdinarie\tErsättare\nAle\tAsta Björkmo\tBo Dalrot\nCia Enmark (M)\tVakant")
    assert found == [ASTA, BO, ("Cia Enmark", "", ""), ("vakant", "", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "I gruppen ingår Asta Björkmo (Ale), Bo Dalrot från Lerum och Cia Enmark, Kungälv.",
        "Gruppen möts och består av Asta Björkmo, Ale, Bo Dalrot, Lerum, samt Cia Enmark från Kungälvs kommun.",
    ],
)
@pytest.mark.parametrize("heading", ["", "Deltagare\n\n"])
def test_people_in_a_sentence_are_members(heading, sentence):
    page = read_lines(*f"Skolgruppen\n\nSyfte\n\nGruppen ska mötas.\n\n{heading}{sentence}".split("\n"))
    assert [(row.name, row.organisation) for row in page.members] == [
        ("Asta Björkmo", "Ale"), ("Bo Dalrot", "Lerum"), ("Cia Enmark", "Kungälv"),
    ]  # fmt: skip
