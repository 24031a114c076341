"""Lists made of groups, whatever their headings look like: each row is right, or a warning; no day is lost."""

from dataclasses import dataclass
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_dates, read_text
from tests.examples import examples

TODAY = date(2026, 11, 28)
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober")
DAYS = (  # by the day of a month
    "{day} {month}", "{day} {month} 2027", "den {day} {month}", "{day}/{number}", "{day}/{number} 2027",
    "2027-{number:02}-{day:02}", "- {day} {month}", "• {day} {month}",
)  # fmt: skip
HOURS = ((time(9), time(11)), (time(13), time(15, 30)), (time(8, 30), time(10)), (time(17), time(18, 30)))
PLACES = ("GR", "Teams", "Kungälv", "Ale kommunhus", "Mölndals stadshus", "Stadshuset, Lerum")
STATUSES = {
    "cancelled": ("Inställt:", "INSTÄLLDA MÖTEN", "Inställda möten:", "Dessa möten utgår:", "Utgår:"),
    "tentative": ("Preliminära möten", "Preliminära:", "Preliminära datum:", "Ej bekräftade:"),
    "planned": ("Bokade:", "Fastställda möten", "Dessa möten blir av:"),
}
TIMES = (
    "Kl. {hours}:", "Kl {hours}", "kl {hours}", "Klockan {hours}", "Tid: {hours}", "Tid: kl {hours}", "{hours}",
    "Förmiddagar (kl {hours})", "Grupp A, kl {hours}", "Styrelsen kl {hours}", "Vi ses kl {hours}",
    "Alla möten kl {hours}", "Mötena är kl {hours}.",
)  # fmt: skip
WHERE = (
    "{place}",
    "{place}:",
    "Plats: {place}",
    "På {place}",
    "Möten i {place}",
    "Lokal: {place}",
    "Vi ses i {place}",
)


@dataclass(frozen=True)
class Group:
    heading: str
    days: list[date]
    start: time | None = None
    end: time | None = None
    place: str = ""
    status: str = "planned"
    own: str = ""  # what each of its rows says itself


def _spelling(start, end, style):
    return [
        f"{start:%H.%M}–{end:%H.%M}", f"{start:%H:%M}-{end:%H:%M}", f"{start:%H.%M} till {end:%H.%M}",
        f"{start.hour}-{end.hour}" if not (start.minute or end.minute) else f"{start:%H.%M} - {end:%H.%M}",
    ][style]  # fmt: skip


@st.composite
def _groups(draw, kind):
    count = draw(st.integers(1, 3))
    days = draw(st.lists(st.dates(date(2027, 1, 1), date(2027, 10, 28)), min_size=count, max_size=7, unique=True))
    days.sort()
    cuts = sorted(draw(st.lists(st.integers(1, len(days)), min_size=count - 1, max_size=count - 1)))
    found = []
    for begin, end in zip([0, *cuts], [*cuts, len(days)], strict=True):
        if begin == end:
            continue
        if kind == "time":
            hours = draw(st.sampled_from(HOURS))
            ink = draw(st.sampled_from(TIMES)).format(hours=_spelling(*hours, draw(st.integers(0, 3))))
            found.append(Group(ink, days[begin:end], *hours))
        elif kind == "place":
            place = draw(st.sampled_from(PLACES))
            ink = draw(st.sampled_from(WHERE)).format(place=place)
            found.append(Group(ink, days[begin:end], time(9), time(11), place, own=" kl 9-11"))
        else:
            status = draw(st.sampled_from(list(STATUSES)))
            ink = draw(st.sampled_from(STATUSES[status]))
            found.append(Group(ink, days[begin:end], time(9), time(11), "", status, own=" kl 9-11"))
    return found


@st.composite
def _lists(draw, kind):
    groups = draw(_groups(kind))
    below = draw(st.booleans())  # the line stands below its rows
    apart, after = draw(st.sampled_from([("\n", "\n"), ("\n\n", "\n"), ("\n\n", "\n\n")]))
    title = draw(st.sampled_from(["", "Möten 2027\n", "Möten 2027\n\n"]))
    style = draw(st.sampled_from(DAYS))
    blocks = []
    for group in groups:
        rows = "\n".join(
            style.format(day=day.day, month=MONTHS[day.month - 1], number=day.month) + group.own for day in group.days
        )
        blocks.append(f"{rows}{after}{group.heading}" if below else f"{group.heading}{after}{rows}")
    return title + apart.join(blocks), groups


def _check(text, groups):
    rows = read_dates(text, context="2027", today=TODAY)
    dated = {row.start_date: row for row in rows if row.start_date}
    for group in groups:
        for day in group.days:
            row = dated[day]
            right = (row.start_time, row.end_time, row.location, row.status) == (
                group.start, group.end, group.place, group.status
            )  # fmt: skip
            assert right or row.verdict != "ok", (text, row)
    said = [row for row in rows if row.verdict == "ok"]
    assert {row.start_date for row in said} <= {day for group in groups for day in group.days}
    reading = read_text(text, context="2027", today=TODAY)
    shown = [line for row in reading.rows for line in row.text.split("\n")] + [line.text for line in reading.others]
    assert {line.strip() for line in shown} >= {line.strip() for line in text.split("\n")} - {""}


@settings(max_examples=examples(80), deadline=None)
@given(_lists("time"))
def test_times_of_groups(made):
    _check(*made)


@settings(max_examples=examples(80), deadline=None)
@given(_lists("place"))
def test_places_of_groups(made):
    _check(*made)


@settings(max_examples=examples(80), deadline=None)
@given(_lists("status"))
def test_statuses_of_groups(made):
    _check(*made)
