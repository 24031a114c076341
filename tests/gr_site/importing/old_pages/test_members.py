"""Seats from lists and tables of every make."""

import pytest

from gr_site.importing.old_pages.entries import read_entry
from gr_site.importing.old_pages.lines import text_lines
from gr_site.importing.old_pages.members import read_seats


def seats(text, **options):
    return read_seats(text_lines(text), **options)


def pairs(text):
    return [(row.name or "vakant" * row.vacant, row.organisation) for row in seats(text).rows]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Asta Björkmo, socialchef Stenungsund", ("Asta Björkmo", "Stenungsund", "", "socialchef", "")),
        ("Anna Exempel (S), ordförande, Lilla Edet", ("Anna Exempel", "Lilla Edet", "ordförande", "", "S")),
        ("Bo Exempel S Härryda, vice ordförande", ("Bo Exempel", "Härryda", "vice ordförande", "", "S")),
        ("Ale: Asta Björkmo", ("Asta Björkmo", "Ale", "", "", "")),
        ("Göteborgs Stad – Bo Dalrot, planchef", ("Bo Dalrot", "Göteborg", "", "planchef", "")),
        ("Cia Enmark (Mölndals stad)", ("Cia Enmark", "Mölndal", "", "", "")),
        ("Doris Ek   Tjörns kommun", ("Doris Ek", "Tjörn", "", "", "")),
        ("Lilla Edet Ebba Granhage", ("Ebba Granhage", "Lilla Edet", "", "", "")),
        ("Business Region Göteborg\tOlle Quist", ("Olle Quist", "Business Region Göteborg", "", "", "")),
        ("Olle Quist\tChalmers Industriteknik", ("Olle Quist", "Chalmers Industriteknik", "", "", "")),
        ("Enhetschef Frej Hultmyr, Kungälv", ("Frej Hultmyr", "Kungälv", "", "Enhetschef", "")),
        ("Gerd von Island, GR", ("Gerd von Island", "Göteborgsregionen", "", "", "")),
        ("Runa Stigmar, sekreterare", ("Runa Stigmar", "", "sekreterare", "", "")),
    ],
)
def test_one_line_about_one_person(line, wanted):
    entry = read_entry(line)
    assert (entry.name, entry.organisation, entry.role, entry.title, entry.party) == wanted


@pytest.mark.parametrize("line", ["Vakant, Ale", "Ale: vakant", "Ale\tVakant", "Vakant (V), Ale", "Vakant Ale"])
def test_a_vacant_seat_has_an_organisation_but_no_name(line):
    entry = read_entry(line)
    assert (entry.name, entry.organisation, entry.vacant) == ("", "Ale", True)


def test_cells_in_either_order_give_the_same_rows():
    wanted = [("Asta Björkmo", "Ale"), ("Bo Dalrot", "Lerum"), ("vakant", "Tjörn")]
    assert pairs("Namn\n\nKommun\n\nAsta Björkmo\n\nAle\n\nBo Dalrot\n\nLerum\n\nVakant\n\nTjörn") == wanted
    assert pairs("Kommun\n\nDeltagare\n\nAle\n\nAsta Björkmo\n\nLerum\n\nBo Dalrot\n\nTjörn\n\nVakant") == wanted
    assert pairs("Kommun\tNamn\nAle\tAsta Björkmo\nLerum\tBo Dalrot\nTjörn\tVakant") == wanted


def test_several_persons_of_one_organisation():
    assert pairs("Ale\nAsta Björkmo\nBo Dalrot\nLerum\nCia Enmark") == [
        ("Asta Björkmo", "Ale"),
        ("Bo Dalrot", "Ale"),
        ("Cia Enmark", "Lerum"),
    ]
    assert pairs("Göteborg: Asta Björkmo, Bo Dalrot och vakant") == [
        ("Asta Björkmo", "Göteborg"),
        ("Bo Dalrot", "Göteborg"),
        ("vakant", "Göteborg"),
    ]


def test_an_unknown_organisation_is_known_by_its_column():
    rows = pairs("Asta Björkmo\n\nAle\n\nBo Dalrot\n\nGrästrädet\n\nCia Enmark\n\nLerum")
    assert rows == [("Asta Björkmo", "Ale"), ("Bo Dalrot", "Grästrädet"), ("Cia Enmark", "Lerum")]


def test_cards_of_two_lines_and_the_text_of_their_picture():
    found = seats(
        "Dan Exempel (M) Ale, ordförande\n\nBo Exempel (L)\nOrdförande, Ale\n\nCilla Exempel (S)\nVice ordförande"
    )
    assert [(row.name, row.role, row.party) for row in found.rows] == [
        ("Bo Exempel", "Ordförande", "L"),
        ("Cilla Exempel", "Vice ordförande", "S"),
    ]
    assert [line.text for line in found.pictures] == ["Dan Exempel (M) Ale, ordförande"]


def test_a_list_of_organisations_alone_has_no_seats():
    found = seats("• Ale\n• Lilla Edets kommun\n• Uddevalla")
    assert (found.rows, found.organisations) == ((), ("Ale", "Lilla Edet", "Uddevalla"))


def test_running_text_and_what_is_no_person_are_told_apart():
    found = seats("I gruppen ingår chefer från två kommuner:\n\nAsta Björkmo, Ale\n\n12345")
    assert [line.text for line in found.prose] == ["I gruppen ingår chefer från två kommuner:"]
    assert [line.text for line in found.unread] == ["12345"]


def test_the_office_in_the_heading_is_everyones():
    rows = seats("Freja Gran (S), Lerum\nGustav Holst (MP), Mölndal", role="Ersättare", group="Ersättare").rows
    assert {(row.role, row.group) for row in rows} == {("Ersättare", "Ersättare")}


def test_a_column_of_parties():
    rows = seats("Namn\nParti\nKommun\n\nAda Berg\nM\nBollebygd\n\nBen Cato\nS\nBorås").rows
    assert [(row.name, row.party, row.organisation) for row in rows] == [
        ("Ada Berg", "M", "Bollebygd"),
        ("Ben Cato", "S", "Borås"),
    ]


def test_the_office_may_stand_above_the_name():
    rows = seats("Ordförande\nGun Hall (S), Göteborg\nVice ordförande\nIvar Jung (M), Kungälv").rows
    assert [(row.name, row.role) for row in rows] == [("Gun Hall", "Ordförande"), ("Ivar Jung", "Vice ordförande")]


@pytest.mark.parametrize("office", ["ordf", "ordf.", "v. ordf.", "sekr.", "1:e vice ordförande", "sammankallande"])
def test_offices_may_be_abbreviated(office):
    assert read_entry(f"Ylva Zander, Mölndal ({office})").role == office
