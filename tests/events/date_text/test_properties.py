"""What holds for every text: it never raises, keeps its lines, and reads what our formatter writes."""

import re
import unicodedata
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_dates, read_text
from events.date_text.tokens.markup import plain_text
from events.date_text.tokens.scanner import plain
from events.days.date_format import format_when
from tests.examples import examples

TODAY = date(2026, 1, 2)
INK = (
    "7", "februari", "2026", "kl.", "08.30", "–", "-", "11.30", " ", "\n", "\t", "(", ")", "i", "Kungälv", "fredag",
    "den",
    "och", ",", "7/2", "2026-02-07", "v. 6", "INSTÄLLT", "flyttat till", "senast", "Tid:", "Plats:", "Tema:", "Datum",
    "Teams", "lunch till lunch", "em", "heldag", "31", "jan", "99", "9-12", "*", "•", "§ 12", "031-000 00 00",
    "0830-1130",
    "till", "t.o.m.", "ev.", "?", "~~", "Möten 2026", "Alla möten kl 9", "25.00", "29 februari", "20260207", "260207",
    "'26", "½", "²", "\u200b", "\u2028", "halv nio", "klockan", "eller", "11-12-13", "Våren", "2025/2026", "dec", "->",
    "Start:", "Slut: kl 9", "Kl. 9-11:", "Digitalt:", "INSTÄLLT", "9.2", "\n\n", "Datum\tTid\tPlats", ";", "|",
    "<s>", "</s>",
    "BEGIN:VEVENT\n", "END:VEVENT", "DTSTART:20270209T090000Z", "9:00 AM", "(UTC+01:00)", "samma tid",
    "2027-02-09T25:99Z",
)  # fmt: skip
DIGITS = [chr(at) for at in range(0x110000) if chr(at).isdigit() or chr(at).isnumeric()]
ANYTHING = st.characters()  # all of Unicode, halves of surrogate pairs too


def _in_another_script(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(sign)) if sign in "0123456789" else sign for sign in text)


ZEROS = [chr(at) for at in range(0x110000) if unicodedata.decimal(chr(at), None) == 0]
foreign = st.builds(
    _in_another_script, st.lists(st.sampled_from(INK), max_size=12).map(" ".join), st.sampled_from(ZEROS)
)
texts = st.one_of(
    foreign,
    st.text(ANYTHING, max_size=120),
    st.lists(st.one_of(st.sampled_from(INK), st.sampled_from(DIGITS)), max_size=20).map("".join),
    st.text(max_size=200),
    st.lists(st.sampled_from(INK), max_size=25).map(" ".join),
)
days = st.dates(date(2000, 1, 1), date(2099, 12, 30))
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
JUSTIFIED = {"past", "red_day", "eve", "weekend", "early_hours", "no_time", "day_notes"}
BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@settings(max_examples=examples(120), deadline=None)
@given(texts, texts)
def test_any_text_gives_rows_that_hold_together(text, context):
    pasted = {line.strip() for line in BREAKS.split(plain_text(text))} - {""}
    reading = read_text(text, context=context, today=TODAY)
    shown = [line for row in reading.rows for line in BREAKS.split(row.text)] + [line.text for line in reading.others]
    assert {line.strip() for line in shown} - {""} == {line for line in pasted if plain(line).strip()}
    for row in reading.rows:
        assert row.message or row.verdict == "ok"
        if row.verdict == "refused":
            assert (row.start, row.end) == ("", "")
            continue
        assert row.start_date <= row.end_date
        assert row.all_day == (row.start_time is None)
        if row.end_time and row.start_date == row.end_date:
            assert row.start_time < row.end_time


@settings(max_examples=examples(100), deadline=None)
@given(days, st.booleans(), st.none() | clocks, st.none() | clocks, st.booleans(), st.sampled_from(["sv", "en"]))
def test_what_the_formatter_writes_reads_back_as_itself(day, overnight, start, end, weekday, language):
    last = day + timedelta(days=overnight)
    if start is None or (end is not None and last == day and end <= start):
        end = None
    text = format_when(day, last, start, end, weekday=weekday, language=language)
    (row,) = read_dates(text, today=date(2000, 1, 1))
    read = (row.start_date, row.end_date, row.start_time, row.end_time)
    assert read == (day, last, start, end), text
    assert set(row.remarks) <= JUSTIFIED | ({"days_with_times"} if overnight and end is None else set()), text


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.sampled_from(INK), min_size=1, max_size=6).map(" ".join), st.integers(20, 200))
def test_long_lines_of_anything_end(ink, times):
    read_dates(f"{ink} " * times, today=TODAY)


@given(days)
def test_a_time_can_be_midnight(day):
    (row,) = read_dates(format_when(day, day, time(0), time(23, 59)), today=date(2000, 1, 1))
    assert (row.start_time, row.end_time) == (time(0), time(23, 59))
