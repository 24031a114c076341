"""A list says the same with an empty line, an unrelated sentence or its groups in another order.

A row that is said to be read has the facts that the list was made of, wherever such a line has been put: what the line
makes doubtful is a warning.
"""

from dataclasses import dataclass
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import DateRow, read_dates
from tests.examples import examples

TODAY = date(2026, 11, 28)
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
DAYS = ("{day} {month} 2027", "den {day} {month} 2027", "{day}/{number} 2027", "2027-{number:02}-{day:02}")
CLOCKS = (
    ("kl 10-12", time(10), time(12)), ("kl. 08.15–11.45", time(8, 15), time(11, 45)),
    ("13:30 - 16:00", time(13, 30), time(16)), ("klockan 14.00-15.00", time(14), time(15)),
)  # fmt: skip
PLACES = ("Partille", "Härryda kommunhus", "Rådhuset, Alingsås", "Teams", "Röda rummet", "Kajen, plan 2")
STATUSES = {
    "planned": ("", ""), "cancelled": (" INSTÄLLT", " (inställt)", " utgår"), "tentative": (" (prel.)", " preliminärt")
}  # fmt: skip
SENTENCES = (
    "Välkommen!", "Vi ses!", "Hälsningar", "Karin Ek", "Kallelse skickas ut en vecka före.", "Fika serveras kl 9.30.",
    "Vi bjuder på smörgås.", "Frågor besvaras av kansliet i Öckerö.", "Obs! Ny sal.", "Innehåll", "Kontakt", "Agenda",
    "Ansvarig: Per Ek", "Minnesanteckningar finns i Teams.", "Uppdaterad 2026-11-02", "Ring 031-700 00 00.",
    "Gruppen har 12 deltagare.", "Möjlighet till digital medverkan finns.", "Parkering finns vid rådhuset.",
    "Tiderna kan komma att ändras.", "Läs mer på vår webbplats.",
)  # fmt: skip

Facts = tuple[time | None, time | None, str, str]


@dataclass(frozen=True)
class Block:
    """A heading with its rows, or a date with its labels. A label and its value on the next line count as one."""

    lines: tuple[str, ...]
    facts: dict[date, Facts]


@st.composite
def _lists(draw: st.DrawFn) -> list[Block]:
    days = sorted(draw(st.lists(st.dates(date(2027, 1, 1), date(2027, 12, 20)), min_size=2, max_size=6, unique=True)))
    style, kind = draw(st.sampled_from(DAYS)), draw(st.sampled_from(("rows", "time", "place", "labels", "stacked")))
    spelt = [style.format(day=day.day, month=MONTHS[day.month - 1], number=day.month) for day in days]
    if kind == "rows":
        return [_row(draw, day, ink) for day, ink in zip(days, spelt, strict=True)]
    if kind in ("labels", "stacked"):
        return [_labelled(draw, day, ink, stacked=kind == "stacked") for day, ink in zip(days, spelt, strict=True)]
    cut = draw(st.integers(1, len(days) - 1))
    parts = ((days[:cut], spelt[:cut]), (days[cut:], spelt[cut:]))
    return [_group(draw, kind, *part) for part in parts]


def _row(draw: st.DrawFn, day: date, ink: str) -> Block:
    clock, start, end = draw(st.sampled_from(CLOCKS))
    place, status = draw(st.sampled_from(("", *PLACES))), draw(st.sampled_from(sorted(STATUSES)))
    words = draw(st.sampled_from(STATUSES[status]))
    line = f"{ink} {clock}{', ' if place else ''}{place}{words}"
    return Block((line,), {day: (start, end, place, status)})


def _labelled(draw: st.DrawFn, day: date, ink: str, *, stacked: bool) -> Block:
    (clock, start, end), place = draw(st.sampled_from(CLOCKS)), draw(st.sampled_from(PLACES))
    lines = (f"Tid\n{clock}", f"Plats\n{place}") if stacked else (f"Tid: {clock}", f"Plats: {place}")
    return Block((ink, *lines), {day: (start, end, place, "planned")})


def _group(draw: st.DrawFn, kind: str, days: list[date], spelt: list[str]) -> Block:
    (clock, start, end), place = draw(st.sampled_from(CLOCKS)), draw(st.sampled_from(PLACES))
    headings = ("Tid: {}", "Förmiddagar ({})", "Grupp A, {}") if kind == "time" else ("{}:", "Plats: {}", "{} 2027")
    heading = draw(st.sampled_from(headings)).format(clock if kind == "time" else place)
    rows = tuple(spelt) if kind == "time" else tuple(f"{ink} {clock}" for ink in spelt)
    return Block((heading, *rows), dict.fromkeys(days, (start, end, "" if kind == "time" else place, "planned")))


def _check(text: str, facts: dict[date, Facts]) -> None:
    for row in read_dates(text, today=TODAY):
        if row.verdict == "ok":
            assert row.start_date is not None
            assert _facts(row) == facts.get(row.start_date), text


def _facts(row: DateRow) -> Facts:
    return row.start_time, row.end_time, row.location, row.status


@settings(max_examples=examples(150), deadline=None)
@given(_lists(), st.lists(st.tuples(st.integers(0, 30), st.sampled_from(SENTENCES), st.integers(0, 3)), max_size=3))
def test_lines_between_the_rows_change_nothing_that_is_said_to_be_read(blocks, between):
    lines = ["Möten 2027", *(line for block in blocks for line in block.lines)]
    for at, sentence, gaps in between:
        place = at % (len(lines) + 1)
        lines[place:place] = [[""], [sentence], ["", sentence], ["", sentence, ""]][gaps]
    _check("\n".join(lines), {day: facts for block in blocks for day, facts in block.facts.items()})


@settings(max_examples=examples(100), deadline=None)
@given(_lists().flatmap(st.permutations), st.sampled_from(("\n", "\n\n")))
def test_groups_may_stand_in_any_order(blocks, between):
    text = between.join(("Möten 2027", *("\n".join(block.lines) for block in blocks)))
    _check(text, {day: facts for block in blocks for day, facts in block.facts.items()})
