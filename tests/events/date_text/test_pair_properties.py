"""Meetings as invitations and tables say them: each is right, or a warning; none is lost."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_dates
from tests.examples import examples

TODAY = date(2026, 11, 28)
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober")
STARTS = ("Start", "Börjar", "Från", "Starttid", "Starts", "From")
ENDS = ("Slut", "Slutar", "Till", "Sluttid", "Ends", "To")
CLOCKS = tuple(time(hour, minute) for hour in range(7, 20) for minute in (0, 15, 30))
PLACES = ("GR", "Teams", "Kungälv", "Ale kommunhus", "Stadshuset, Lerum", "GR, Anders Personsgatan 8")
BORDERS = ("\t", " | ", ";")
HEADS = {
    "start": ("Start", "Börjar", "Från", "Starttid"), "end": ("Slut", "Slutar", "Till", "Sluttid"),
    "date": ("Datum", "Dag", "Mötesdatum"), "place": ("Plats", "Lokal", "Var"),
}  # fmt: skip
INLINE = (
    "{day} kl {start} (slut {end})", "{day} kl {start}, slut {end}", "{day} kl. {start} och slutar ca {end}",
    "{day} från {start} till senast {end}", "{day}, start {start}, slut {end}", "{day} kl {start} (till {end})",
    "{day} kl {start} - slutar kl {end}", "{start}–{end} den {day}", "{day} mellan {start} och {end}",
)  # fmt: skip

days = st.lists(st.dates(date(2027, 1, 1), date(2027, 10, 28)), min_size=1, max_size=4, unique=True).map(sorted)
hours = st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=2, unique=True).map(sorted)


def _long(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _check(text, expected):
    """`expected` holds (day, start, end, place); a row that is another meeting, or less, is no row said to be read."""
    rows = read_dates(text, today=TODAY)
    by_day = {row.start_date: row for row in rows if row.start_date}
    said = {(row.start_date, row.start_time, row.end_time, row.location) for row in rows if row.verdict == "ok"}
    assert said <= set(expected), (text, said)
    shown = "\n".join(row.text for row in rows if row.verdict != "ok")
    for day, *_ in expected:
        assert day in by_day or _long(day) in shown or day.isoformat() in shown, (text, rows)


@settings(max_examples=examples(60), deadline=None)
@given(days, hours, st.sampled_from(STARTS), st.sampled_from(ENDS), st.sampled_from(["\n", "\n\n"]), st.booleans())
def test_a_start_and_an_end_on_lines_of_their_own(made, clocks, first, last, apart, dated):
    start, end = clocks
    blocks = [
        f"{first}: {_long(day)} {start:%H:%M}\n{last}: {_long(day) + ' ' if dated else ''}{end:%H:%M}" for day in made
    ]
    _check(apart.join(blocks), [(day, start, end, "") for day in made])


@settings(max_examples=examples(80), deadline=None)
@given(days, hours, st.sampled_from(INLINE))
def test_a_start_and_an_end_on_the_line_of_the_day(made, clocks, style):
    start, end = clocks
    text = "\n".join(style.format(day=_long(day), start=f"{start:%H.%M}", end=f"{end:%H.%M}") for day in made)
    _check(text, [(day, start, end, "") for day in made])


@settings(max_examples=examples(80), deadline=None)
@given(st.data(), days, hours, st.sampled_from(BORDERS))
def test_columns_in_any_order(data, made, clocks, border):
    start, end = clocks
    units = data.draw(st.permutations([("date",), ("start", "end"), ("place",)]))
    order = [name for unit in units for name in unit]
    heads = [data.draw(st.sampled_from(HEADS[name])) for name in order]
    places = [data.draw(st.sampled_from(PLACES)) for _ in made]
    lines = [border.join(heads)] if data.draw(st.booleans()) else []
    for day, place in zip(made, places, strict=True):
        cells = {"date": _long(day), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "place": place}
        lines.append(border.join(cells[name] for name in order))
    _check("\n".join(lines), [(day, start, end, place) for day, place in zip(made, places, strict=True)])


@settings(max_examples=examples(40), deadline=None)
@given(days, hours, st.integers(0, 2), st.sampled_from(BORDERS))
def test_columns_of_first_and_last_days(made, clocks, width, border):
    start, end = clocks
    lines = [border.join(("Startdatum", "Starttid", "Slutdatum", "Sluttid"))]
    ends = [date.fromordinal(day.toordinal() + width) for day in made]
    lines += [
        border.join((day.isoformat(), f"{start:%H:%M}", last.isoformat(), f"{end:%H:%M}"))
        for day, last in zip(made, ends, strict=True)
    ]
    rows = read_dates("\n".join(lines), today=TODAY)
    found = [(row.start_date, row.end_date, row.start_time, row.end_time) for row in rows]
    assert found == [(day, last, start, end) for day, last in zip(made, ends, strict=True)]


@settings(max_examples=examples(60), deadline=None)
@given(days, hours, st.sampled_from(PLACES), st.booleans(), st.sampled_from(["\n", "\n\n"]))
def test_an_invitation_of_labels(made, clocks, place, place_first, apart):
    start, end = clocks
    blocks = []
    for day in made:
        lines = [f"När: den {_long(day)} {start:%H:%M}-{end:%H:%M}", f"Var: {place}"]
        blocks.append("\n".join(reversed(lines) if place_first else lines))
    _check(apart.join(blocks), [(day, start, end, place) for day in made])
