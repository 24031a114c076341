"""What a second line says of a meeting: its place, time or status is taken or doubted, never passed over."""

from datetime import date, time

import pytest

from events.date_text import read_dates, read_text

TODAY = date(2026, 11, 28)
ROW = "Möten 2027\n14 april kl 10-12\n19 maj kl 10-12\n"


def _meetings(text):
    return [row for row in read_dates(text, today=TODAY) if row.verdict != "refused"]


@pytest.mark.parametrize(
    "sentence, place, status",
    [
        ("Mötet den 14 april hålls i Partille.", "Partille", "planned"),
        ("Mötet den 14 april kl 10-12 är på Härryda kommunhus.", "Härryda kommunhus", "planned"),
        ("Mötet den 14 april är digitalt.", "Digitalt", "planned"),
        ("Mötet den 14 april är preliminärt.", "", "tentative"),
        ("Mötet den 14 april handlar om skolskjuts.", "", "planned"),
    ],
)
def test_a_sentence_about_one_meeting_is_a_warning_on_it(sentence, place, status):
    told, other = _meetings(ROW + sentence)
    assert (told.location, told.status, told.verdict) == (place, status, "warning")
    assert sentence in told.message
    assert (other.location, other.status, other.verdict) == ("", "planned", "ok")


def test_a_sentence_gives_the_time_that_the_row_lacks():
    (row,) = _meetings("Möten 2027\n14 april\nMötet den 14 april börjar kl 13.")
    assert (row.start_time, row.verdict) == (time(13), "warning")


def test_a_greeting_that_repeats_the_date_changes_nothing():
    assert [row.verdict for row in _meetings(ROW + "Välkommen till mötet den 14 april!")] == ["ok", "ok"]


def test_two_places_on_one_day_and_time_are_both_doubted():
    rows = _meetings("Möten 2027\n14 april kl 10-12 i Partille\n14 april kl 10-12 i Lerum")
    assert [row.verdict for row in rows] == ["warning", "warning"]


def test_another_clock_in_a_sentence_is_doubted_on_both_rows():
    rows = _meetings(ROW + "Mötet den 14 april kl 14-16 hålls i Partille.")
    assert [row.verdict for row in rows] == ["warning", "ok", "warning"]


@pytest.mark.parametrize(
    "heading", ["Partille 2027", "Partille våren 2027", "Vårterminen 2027: Partille", "Partille (2027)"]
)
def test_the_year_beside_a_place_is_no_part_of_it(heading):
    rows = _meetings(f"{heading}\n14 april kl 10-12\nLerum hösten 2027\n15 september kl 10-12")
    assert [(row.start_date.year, row.location) for row in rows] == [(2027, "Partille"), (2027, "Lerum")]


def test_a_room_keeps_its_number():
    (row,) = _meetings("Möten 2027\n14 april kl 10-12, Sal 2027")
    assert row.location == "Sal 2027"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_label_has_its_value_on_the_next_line(between):
    text = between.join(("Tid", "10.00-12.00", "Plats", "Skutan", "14 april 2027", "19 maj 2027"))
    rows = _meetings(text)
    assert [(row.start_time, row.location, row.verdict) for row in rows] == [(time(10), "Skutan", "ok")] * 2


def test_a_label_below_a_list_is_as_doubtful_as_on_one_line():
    rows = _meetings("14 april 2027 kl 10-12\n19 maj 2027 kl 10-12\nPlats\nSkutan")
    assert [(row.location, row.verdict) for row in rows] == [("Skutan", "warning")] * 2


def test_a_head_below_itself_is_still_a_table():
    rows = _meetings("Datum\nTid\nPlats\n14 april 2027\n10-12\nSkutan\n19 maj 2027\n13-15\nFören")
    assert [(row.start_time, row.location) for row in rows] == [(time(10), "Skutan"), (time(13), "Fören")]


def test_each_of_two_joined_lines_is_shown():
    reading = read_text("Plats\nSkutan\n14 april 2027", today=TODAY)
    assert [line.text for line in reading.others] == ["Plats", "Skutan"]
