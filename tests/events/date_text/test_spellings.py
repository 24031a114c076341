"""Meetings spelt in thousands of ways: what is read as ok is read right, and most is read."""

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import DateRow, read_dates
from events.days.date_format import MONTHS, WEEKDAYS
from tests.examples import examples

TODAY = date(2026, 1, 2)
SHORT_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")
SHORT_DAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")


def _day_spellings(day: date) -> dict[str, bool]:
    """Spellings of the day; True for those that hold the year."""
    month, name, short = MONTHS["sv"][day.month - 1], WEEKDAYS["sv"][day.weekday()], SHORT_DAYS[day.weekday()]
    ordinal = f"{day.day}:{'a' if day.day in (1, 2, 21, 22, 31) else 'e'}"
    return {
        f"{day.day} {month}": False,
        f"den {day.day} {month}": False,
        f"{name} {day.day} {month}": False,
        f"{name.capitalize()}en den {day.day} {month}": False,
        f"{short} {day.day} {SHORT_MONTHS[day.month - 1]}": False,
        f"{short.capitalize()}. {day.day}/{day.month}": False,
        f"{day.day}/{day.month}": False,
        f"den {ordinal} {month}": False,
        f"{day.day} {SHORT_MONTHS[day.month - 1].upper()}": False,
        f"{day.day} {month} ({name})": False,
        f"v. {day.isocalendar().week}, {name} {day.day} {month}": False,
        f"{day.day} {month} {day.year}": True,
        f"{name} {day.day} {month}, {day.year}": True,
        f"{day.day}/{day.month} {day.year}": True,
        f"{day.day}/{day.month}-{day.year % 100:02d}": True,
        f"{day.day}/{day.month} -{day.year % 100:02d}": True,
        f"{day.day} {SHORT_MONTHS[day.month - 1]} -{day.year % 100:02d}": True,
        f"{day.isoformat()}": True,
        f"{day.day}.{day.month}.{day.year}": True,
        f"{day.year}{day.month:02d}{day.day:02d}": True,
        f"{name} {day.isoformat()}": True,
    }


def _clock(clock: time, dot: str, pad: bool) -> str:
    hour = f"{clock.hour:02d}" if pad else str(clock.hour)
    return hour if not clock.minute else f"{hour}{dot}{clock.minute:02d}"


@st.composite
def time_spellings(draw, start: time, end: time) -> str:
    dot, pad = draw(st.sampled_from(".:")), draw(st.booleans())
    dash = draw(st.sampled_from(["-", "–", " - ", " – ", " till ", "—"]))
    mark = draw(st.sampled_from(["kl ", "kl. ", "klockan ", "Kl ", "kl.", "kl:", "kl\u00a0", "från kl "]))
    if draw(st.booleans()) or (dash == " till " and not start.minute):
        return f"{mark}{_clock(start, dot, pad)}{dash}{_clock(end, dot, pad)}"
    return f"{start:%H}{dot}{start:%M}{dash}{end:%H}{dot}{end:%M}"


@st.composite
def lines(draw) -> tuple[str, str, date, time, time, str]:
    """(line, context, day, start, end, place)"""
    day = date(2026, 1, 5) + timedelta(days=draw(st.integers(0, 355)))
    first = draw(st.integers(7, 17))
    start = time(first, draw(st.sampled_from([0, 15, 30])))
    end = time(draw(st.integers(first + 1, 19)), draw(st.sampled_from([0, 30, 45])))
    spelling, has_year = draw(st.sampled_from(sorted(_day_spellings(day).items())))
    times = draw(time_spellings(start, end))
    place, name = draw(
        st.sampled_from([
            ("", ""), ("i Kungälv", "Kungälv"), ("via Teams", "Teams"), ("på Svenska Mässan", "Svenska Mässan"),
            ("Plats: GR", "GR"), ("hos Lerums kommun", "Lerums kommun"), ("(digitalt)", "Digitalt"),
            ("Stadshuset, Partille", "Stadshuset, Partille"), ("Storgatan 12, Ale", "Storgatan 12, Ale"),
        ])
    )  # fmt: skip
    theme = draw(st.sampled_from(["", "(budget)", "– dialog om skolan", "tema: Agenda 2030", "(v. 99 sidor)"]))
    gap = draw(st.sampled_from([", ", " ", "  ", "\t", " – "]))
    bullet = draw(st.sampled_from(["", "• ", "- ", "* ", "– "]))
    parts = draw(
        st.sampled_from(
            [(spelling, times, place, theme), (spelling, times, theme, place), (spelling, place, times, theme)]
        )
    )
    line = bullet + gap.join(part for part in parts if part)
    context = "" if has_year else draw(st.sampled_from(["Mötesdagar 2026", "2026", "Möten 2026: vår och höst"]))
    return line, context, day, start, end, name


def _right(rows: list[DateRow], day: date, start: time, end: time) -> bool:
    return [(row.start_date, row.start_time, row.end_date, row.end_time) for row in rows] == [(day, start, day, end)]


@settings(max_examples=examples(200), deadline=None)
@given(lines())
def test_ok_means_right(case):
    line, context, day, start, end, place = case
    rows = read_dates(line, context=context, today=TODAY)
    assert rows, f"nothing said of {line!r}"
    if all(row.verdict == "ok" for row in rows):
        assert _right(rows, day, start, end), (line, context, rows)
        where = rows[0].location
        assert not place or not where or place in where or where in place, (line, rows)


@st.composite
def lists(draw) -> tuple[str, list[date], time | None, time | None]:
    """(line, days, start, end) of several days that share their time."""
    days = sorted(draw(st.sets(st.dates(date(2026, 1, 5), date(2026, 12, 20)), min_size=2, max_size=6)))
    by_month: dict[int, list[str]] = {}
    for day in days:
        by_month.setdefault(day.month, []).append(str(day.day))
    last = draw(st.sampled_from([" och ", ", ", " samt ", " & "]))
    style = draw(st.sampled_from(["slash", "words", "month lists", "iso", "weekdays"]))
    if style == "month lists":
        words = [f"{_enumerated(group, last)} {MONTHS['sv'][month - 1]}" for month, group in by_month.items()]
    else:
        words = [_listed_day(day, style) for day in days]
    separator = draw(st.sampled_from([", ", "; "])) if style != "slash" else draw(st.sampled_from([", ", " ", "; "]))
    line = f"{separator.join(words[:-1])}{last}{words[-1]}" if len(words) > 1 else words[0]
    start = draw(st.sampled_from([None, time(8, 30), time(9), time(13)]))
    end = time(15, 30) if start else None
    if start:
        line += draw(st.sampled_from([" kl. ", ", kl ", " klockan ", " – kl "])) + f"{start:%H.%M}–{end:%H.%M}"
    return line, days, start, end


def _enumerated(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])}{last}{words[-1]}" if len(words) > 1 else words[0]


def _listed_day(day: date, style: str) -> str:
    month = MONTHS["sv"][day.month - 1]
    return {
        "slash": f"{day.day}/{day.month}",
        "words": f"{day.day} {month}",
        "iso": day.isoformat(),
        "weekdays": f"{SHORT_DAYS[day.weekday()]} {day.day}/{day.month}",
    }[style]


@settings(max_examples=examples(120), deadline=None)
@given(lists())
def test_lists_of_days(case):
    line, days, start, end = case
    rows = read_dates(line, context="Mötesdagar 2026", today=TODAY)
    assert rows, line
    if all(row.verdict == "ok" for row in rows):
        assert [(row.start_date, row.start_time, row.end_time) for row in rows] == [
            (day, start, end) for day in days
        ], line


@settings(max_examples=examples(80), deadline=None)
@given(st.lists(lines(), min_size=2, max_size=4, unique_by=lambda case: case[2]), st.sampled_from(["\n", "\n\n"]))
def test_lines_below_each_other(cases, gap):
    """A list in the order of its days gives what its lines give alone."""
    cases = sorted(cases, key=lambda case: case[2])
    text = gap.join(line for line, *_ in cases)
    rows = read_dates(text, context="Mötesdagar 2026", today=TODAY)
    alone = [row for line, *_ in cases for row in read_dates(line, context="Mötesdagar 2026", today=TODAY)]
    assert [(row.start, row.end, row.location) for row in rows] == [
        (row.start, row.end, row.location) for row in alone
    ]
