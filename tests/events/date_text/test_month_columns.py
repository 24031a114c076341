"""Tables with a month in each column: read where every cell has its column, refused where cells are missing."""

from datetime import date

import pytest

from events.date_text import read_dates, read_text

TODAY = date(2026, 11, 28)
MEETINGS = [
    ("2027-01-12", "Styrelsen"), ("2027-01-05", "AU"), ("2027-02-09", "Styrelsen"), ("2027-03-09", "Styrelsen"),
    ("2027-03-02", "AU"), ("2027-03-16", "AU"),
]  # fmt: skip


def _html(rows: list[list[str]]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


ROWS = [["Nämnd", "Januari", "Februari", "Mars"], ["Styrelsen", "12", "9", "9"], ["AU", "5", "", "2, 16"]]
TABLES = {
    "tabs": "\n".join("\t".join(row) for row in ROWS),
    "bars": "\n".join(" | ".join(row) for row in ROWS),
    "drawn": "\n".join(f"| {' | '.join(row)} |" for row in [ROWS[0], ["---"] * 4, *ROWS[1:]]),
    "html": _html(ROWS),
    "short months": "\n".join("\t".join(row) for row in [["", "jan.", "feb.", "mar."], *ROWS[1:]]),
    "dash": "\n".join("\t".join(cell or "–" for cell in row) for row in ROWS),
    "words between days": "\n".join("\t".join(row) for row in ROWS).replace("2, 16", "2 och 16"),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_is_a_meeting_with_a_warning(name):
    rows = read_dates(TABLES[name], context="Möten 2027", today=TODAY)
    assert [(row.start, row.theme) for row in rows] == MEETINGS
    assert {row.verdict for row in rows} == {"warning"}


def test_no_line_of_the_table_is_lost():
    reading = read_text(TABLES["drawn"], context="Möten 2027", today=TODAY)
    shown = {row.text for row in reading.rows} | {line.text for line in reading.others}
    assert shown == set(TABLES["drawn"].split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Nämnd Januari Februari Mars\nStyrelsen 12 9 9\nAU 5 2 2",
        "Nämnd\tJanuari\tFebruari\tMars\nStyrelsen\t12\t9\nAU\t5\t2",
        "Nämnd\tJanuari\tFebruari\tMars\nStyrelsen\t12\t9\t32\nAU\t5\t2\t2",
    ],
)
def test_a_table_that_is_not_clear_gives_no_meeting_that_looks_sure(text):
    assert "ok" not in {row.verdict for row in read_dates(text, context="Möten 2027", today=TODAY)}


@pytest.mark.parametrize("dash", ["–", "-", "•", "* * *"])
def test_a_line_of_signs_is_an_empty_line(dash):
    rows = read_dates(f"9 februari\n{dash}\n9 mars\n{dash}\n13 april", context="Möten 2027", today=TODAY)
    assert [(row.verdict, row.theme) for row in rows] == [("ok", "")] * 3


@pytest.mark.parametrize("line", ["Lunch kl 12", "Kaffe från kl 8.30", "Bussen går kl 7.15", "Mingel kl. 17"])
def test_a_meal_or_a_bus_is_no_start_time(line):
    rows = read_dates(f"9 februari\n{line}\n9 mars\n{line}", context="Möten 2027", today=TODAY)
    assert [row.start for row in rows if row.verdict != "refused"] == ["2027-02-09", "2027-03-09"]
    assert "ok" not in {row.verdict for row in rows}


def test_many_heads_take_time_in_proportion_to_the_text():
    """Each head ends the table above it, so that no row is looked at for every head."""
    lines = ["Namn|Jan|Feb", "AU|5|x"] * 3_000
    assert "ok" not in {row.verdict for row in read_dates("\n".join(lines), context="Möten 2027", today=TODAY)}
