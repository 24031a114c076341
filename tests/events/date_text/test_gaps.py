"""What a row leaves to other lines: ditto marks, months and clocks on the next line, years in headings."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str, context: str = "Möten 2027"):
    return read_dates(text, context=context, today=TODAY)


@pytest.mark.parametrize(
    "row",
    [
        "dito {}", "Dito {}", "{} dito", "{}, d:o", "d:o {}", "ditto {}", "{} –”–", '{} -"-', '" {}', '{} "', "{} ”",
        "{} samma tid och plats", "{} samma tid och lokal", "{}\t”\t”",
    ],
)  # fmt: skip
def test_a_ditto_carries_the_time_and_place_with_a_warning(row):
    rows = _read("\n".join(["3 februari kl 9-11 Rådhuset", row.format("3 mars"), row.format("7 april")]))
    assert [(one.start, one.end, one.location, one.theme, one.verdict) for one in rows] == [
        ("2027-02-03T09:00", "2027-02-03T11:00", "Rådhuset", "", "ok"),
        ("2027-03-03T09:00", "2027-03-03T11:00", "Rådhuset", "", "warning"),
        ("2027-04-07T09:00", "2027-04-07T11:00", "Rådhuset", "", "warning"),
    ]


def test_a_quoted_theme_is_no_ditto_mark():
    _, last = _read('3 februari kl 9-11\n3 mars "Framtidens skola"')
    assert (last.start, last.theme, last.verdict) == ("2027-03-03", "Framtidens skola", "ok")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("17 (onsdag) mars kl 9-11", ["2027-03-17T09:00"]),
        ("17 (ons) mars kl 9-11", ["2027-03-17T09:00"]),
        ("17 (ons.) mars kl 9-11", ["2027-03-17T09:00"]),
        ("den 3, 10 och 17\nmars, kl 9-11", ["2027-03-03T09:00", "2027-03-10T09:00", "2027-03-17T09:00"]),
        ("den 3 och 10\nmars kl. 9\nden 7\napril kl 9", ["2027-03-03T09:00", "2027-03-10T09:00", "2027-04-07T09:00"]),
        ("3, 10 och 17\nmars", ["2027-03-03", "2027-03-10", "2027-03-17"]),
        ("onsdagen den 3\nmars kl 9", ["2027-03-03T09:00"]),
        ("Tisdag 9\noch onsdag 10 februari", ["2027-02-09", "2027-02-10"]),
        ("Torsdag 4\nmars kl 9-11", ["2027-03-04T09:00"]),
    ],
)
def test_a_month_or_clock_on_the_next_line_is_read(text, starts):
    assert [row.start for row in _read(text)] == starts


@pytest.mark.parametrize(
    "heading",
    [
        "Verksamhetsplan 2027/2028", "Verksamhetsplan 2027–2028", "Läsåret 27/28", "läsåret 2027/28", "Läsår 27-28",
        "Verksamhetsåret 2027–2028", "Verksamhetsår 27/28", "Möten 2027/28", "Styrgruppen verksamhetsåret 2027/2028",
    ],
)  # fmt: skip
@pytest.mark.parametrize("inside", [False, True])
def test_a_heading_with_two_years_parts_autumn_and_spring(heading, inside):
    list_ = "14 september\n12 oktober\n18 januari\n15 februari"
    rows = _read(f"{heading}\n{list_}", "Möten") if inside else _read(list_, heading)
    assert [row.start for row in rows] == ["2027-09-14", "2027-10-12", "2028-01-18", "2028-02-15"]


@pytest.mark.parametrize("term", ["VT 27", "vt-27", "Våren 27", "Vt '27", "Vårterminen 2027"])
def test_a_short_year_of_a_term_is_a_heading(term):
    (row,) = _read(f"{term}\n19 januari kl 9", "")
    assert (row.start, row.verdict) == ("2027-01-19T09:00", "ok")


def test_a_plan_of_one_year_names_the_year():
    rows = _read("14 januari\n14 september", "Verksamhetsplan 2027")
    assert [(row.start, row.verdict) for row in rows] == [("2027-01-14", "ok"), ("2027-09-14", "ok")]


@pytest.mark.parametrize("row", ["Mars: 9, 23", "Mars 9, 23", "Mars 9 och 23"])
def test_days_after_their_month_that_are_counted_need_no_warning(row):
    assert [(one.start, one.verdict) for one in _read(row)] == [("2027-03-09", "ok"), ("2027-03-23", "ok")]


def test_a_day_after_its_month_is_doubted_unless_a_clock_follows():
    assert [row.verdict for row in _read("Mars 9\nApril 13 kl 9-11")] == ["warning", "ok"]


def test_a_town_after_a_date_is_the_place():
    rows = _read("12–13/1 internat Ystad\n9/2\n9–10/3 Båstad")
    assert [(row.location, row.theme) for row in rows] == [("Ystad", "internat"), ("", ""), ("Båstad", "")]
