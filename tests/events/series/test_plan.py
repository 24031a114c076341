"""What a changed rule makes of the meetings that there are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.series.matching import slot
from events.series.plan import Choices, Series, SeriesRow, plan
from events.series.recurrence import HostileRule, Rule, expand

TODAY = date(2026, 11, 25)


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


def row(origin, day=None, **fields):
    """A meeting whose key is the date that the rule gave it."""
    touched = fields.pop("touched", bool(day) or fields.get("cancelled", False))
    return SeriesRow(origin, *days(origin, day or origin), touched=touched, **fields)


def planned(frequency, dates, *rows, choices=Choices(), **fields):  # noqa: B008 - frozen
    return plan(Series(frequency, days(*dates), rows, TODAY, **fields), choices)


def meetings(found):
    """``{key: ISO day}`` of the meetings that stay."""
    return {key: day.isoformat() for key, (_, day) in found.placed.items()}


def test_a_new_series_is_filled_from_its_start_past_dates_included():
    found = planned("MONTHLY", ["2026-11-10", "2026-12-08"], is_new=True)
    assert found.added == tuple(days("2026-11-10", "2026-12-08"))
    assert planned("MONTHLY", ["2026-11-10", "2026-12-08"]).added == tuple(days("2026-12-08"))


def test_the_meeting_of_a_month_moves_within_it_and_the_rest_is_new_or_goes():
    found = planned("MONTHLY", ["2026-12-15", "2027-01-19", "2027-03-16"], row("2026-12-08"), row("2027-02-09"))
    assert meetings(found) == {"2026-12-08": "2026-12-15"}
    assert (found.added, found.taken) == (tuple(days("2027-01-19", "2027-03-16")), ("2027-02-09",))


def test_a_week_is_one_of_iso_and_two_meetings_in_it_move_in_order():
    rows = row("2026-12-28"), row("2026-12-31"), row("2027-01-05")
    found = planned("WEEKLY", ["2026-12-30", "2027-01-01", "2027-01-06"], *rows)
    assert meetings(found) == {"2026-12-28": "2026-12-30", "2026-12-31": "2027-01-01", "2027-01-05": "2027-01-06"}


def test_a_meeting_that_is_on_its_date_stays_when_the_week_gets_another():
    found = planned("WEEKLY", ["2026-12-08", "2026-12-10"], row("2026-12-10"))
    assert meetings(found) == {"2026-12-10": "2026-12-10"}
    assert found.added == tuple(days("2026-12-08"))


def test_a_cancelled_week_stays_cancelled_and_a_removed_one_away():
    found = planned(
        "WEEKLY",
        ["2026-12-03", "2026-12-10", "2026-12-17"],
        row("2026-12-01", cancelled=True),
        row("2026-12-15"),
        removed=days("2026-12-08"),
    )
    assert meetings(found) == {"2026-12-01": "2026-12-01", "2026-12-15": "2026-12-17"}
    assert (found.added, found.away) == ((), frozenset(days("2026-12-10")))


def test_a_touched_meeting_moves_with_its_series_and_is_never_taken_away():
    rows = row("2026-12-01", touched=True), row("2026-12-08", touched=True)
    found = planned("WEEKLY", ["2026-12-03"], *rows)
    assert meetings(found) == {"2026-12-01": "2026-12-03", "2026-12-08": "2026-12-08"}


def test_the_past_is_left_alone_and_nothing_moves_into_it():
    rows = row("2026-11-10"), row("2026-11-30"), row("2026-12-08")
    found = planned("MONTHLY", ["2026-11-27", "2026-12-25"], *rows[:1], rows[2])
    assert meetings(found) == {"2026-11-10": "2026-11-10", "2026-12-08": "2026-12-25"}
    assert found.added == ()
    assert meetings(planned("MONTHLY", ["2026-11-11"], rows[1])) == {"2026-11-30": "2026-11-30"}


def test_a_meeting_that_a_person_moved_stays_there_unless_she_lets_it_follow():
    moved = row("2026-12-01", "2026-12-02")
    found = planned("WEEKLY", ["2026-12-03"], moved)
    assert (found.placed, found.asked) == ({moved.key: tuple(days("2026-12-03", "2026-12-02"))}, {date(2026, 12, 3)})
    assert meetings(planned("WEEKLY", ["2026-12-03"], moved, choices=Choices(follow=found.asked))) == {
        moved.key: "2026-12-03"
    }
    assert planned("WEEKLY", ["2026-12-01"], moved).asked == frozenset()


def test_from_weekly_to_monthly_a_person_chooses_and_the_nearest_is_proposed():
    rows = [row(f"2026-12-{day:02}") for day in (1, 8, 15, 22, 29)]
    found = planned("MONTHLY", ["2026-12-17"], *rows)
    assert meetings(found) == {"2026-12-15": "2026-12-17"}
    [(day, origins)] = found.candidates.items()
    assert origins == tuple(each.origin for each in rows)
    chosen = planned("MONTHLY", ["2026-12-17"], *rows, choices=Choices(same={day: origins[0]}))
    assert meetings(chosen) == {"2026-12-01": "2026-12-17"}
    new = planned("MONTHLY", ["2026-12-17"], *rows, choices=Choices(same={day: None}))
    assert (meetings(new), new.added) == ({}, (day,))
    assert planned("MONTHLY", ["2026-12-15"], *rows).candidates == {}


def test_a_public_meeting_that_the_form_has_not_comes_back_as_itself():
    absent = [row("2026-12-01"), row("2026-12-08")]
    found = planned("WEEKLY", ["2026-12-03"], absent=absent)
    assert (meetings(found), found.added, found.taken) == ({"2026-12-01": "2026-12-03"}, (), ())
    assert meetings(planned("WEEKLY", ["2026-12-03"], absent=absent, removed=days("2026-12-01"))) == {}


def test_a_date_is_skipped_and_taken_back():
    dates = ["2026-12-01", "2026-12-08"]
    skipped = planned("WEEKLY", dates, is_new=True, choices=Choices(skipped=frozenset(days("2026-12-01"))))
    assert (skipped.added, skipped.away) == (tuple(days("2026-12-08")), set(days("2026-12-01")))
    wanted = Choices(wanted=frozenset(days("2026-12-01")))
    assert planned("WEEKLY", dates, removed=days(*dates), choices=wanted).added == tuple(days("2026-12-01"))


def test_a_day_that_another_meeting_is_on_gets_none():
    assert planned("WEEKLY", ["2026-12-01"], blocked=days("2026-12-01")).added == ()


NEAR = st.integers(-30, 60).map(lambda number: TODAY + timedelta(days=number))


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
    position = draw(st.integers(1, 4)) if frequency == "MONTHLY" else 0
    by_day = tuple((day, position) for day in sorted(weekdays)) if frequency in {"WEEKLY", "MONTHLY"} else ()
    rule = Rule(frequency, draw(st.integers(1, 3)), by_day, until=TODAY + timedelta(days=draw(st.integers(0, 70))))
    try:
        return frequency, expand(rule, TODAY - timedelta(days=draw(st.integers(0, 40))))
    except HostileRule:
        return frequency, []


@st.composite
def all_series(draw):
    frequency, dates = draw(rules())
    before = draw(rules())[1] or draw(st.lists(NEAR, max_size=6, unique=True))
    rows, removed, absent = [], [], []
    for origin in before:
        day = draw(NEAR) if draw(st.integers(0, 9)) == 0 else origin
        cancelled = draw(st.integers(0, 9)) == 0
        touched = cancelled or day != origin or draw(st.integers(0, 3)) == 0
        made = SeriesRow(str(origin), origin, day, touched=touched, cancelled=cancelled)
        kind = draw(st.integers(0, 9))
        if kind == 0:
            removed.append(origin)
        else:
            (absent if kind == 1 else rows).append(made)
    others = draw(st.sets(NEAR, max_size=2))
    blocked = others | {each.day for each in rows if each.day != each.origin}
    return Series(frequency, dates, rows, TODAY, absent=absent, removed=removed, blocked=blocked)


def carried_out(series, found):
    """The series as the editor's list has it once the plan is saved."""
    known = {each.key: each for each in [*series.absent, *series.rows]}
    rows = [
        replace(known[key], origin=origin, day=day, touched=known[key].touched or origin != day)
        for key, (origin, day) in found.placed.items()
    ]
    rows += [SeriesRow(f"new {day}", day, day) for day in found.added]
    moved = {each.day for each in series.rows if each.day != each.origin}
    blocked = (set(series.blocked) - moved) | {each.day for each in rows if each.day != each.origin}
    return replace(series, rows=rows, absent=(), removed=found.away, blocked=blocked)


@given(all_series())
def test_doing_it_twice_is_doing_it_once(series):
    first = plan(series)
    second = plan(carried_out(series, first))
    assert (second.added, second.taken, second.away) == ((), (), first.away)
    assert second.placed == first.placed | {f"new {day}": (day, day) for day in first.added}


@given(all_series())
def test_no_two_meetings_are_the_same_occurrence_and_what_is_removed_stays_away(series):
    found = plan(series)
    origins = [origin for origin, _ in found.placed.values()] + list(found.added)
    assert len(origins) == len(set(origins))
    assert not set(origins) & found.away
    assert len(found.away) == len(set(series.removed))
    assert set(found.added) <= set(series.dates)
    gone = {slot(series.frequency, day) for day in series.removed} - {
        slot(series.frequency, each.origin) for each in [*series.rows, *series.absent]
    }
    once = {key for key in gone if sum(slot(series.frequency, day) == key for day in series.dates) == 1}
    assert not {slot(series.frequency, day) for day in found.added if day >= TODAY} & once


@given(all_series())
def test_identities_the_past_and_the_order_are_kept(series):
    found = plan(series)
    rows = {each.key: each for each in series.rows}
    assert rows.keys() == (found.placed.keys() & rows.keys()) | set(found.taken)
    assert not set(found.taken) & found.placed.keys()
    assert not [key for key in found.taken if rows[key].touched or rows[key].day < TODAY]
    for key, each in rows.items():
        if each.day < TODAY:
            assert found.placed[key] == (each.origin, each.day)
        elif key in found.placed and each.cancelled:
            assert found.placed[key][1] == each.day
    follow = [each for each in series.rows if each.is_movable(TODAY) and each.day == each.origin]
    after = [
        found.placed[each.key][1] for each in sorted(follow, key=lambda each: each.day) if each.key in found.placed
    ]
    given_dates = set(series.dates)
    moved = [day for day in after if day in given_dates]
    assert moved == sorted(moved)
    assert all(day >= TODAY for day in after)


@pytest.mark.parametrize("frequency", ["WEEKLY", "MONTHLY"])
def test_a_whole_year_keeps_all_its_identities(frequency):
    position = 2 if frequency == "MONTHLY" else 0
    first, second = (
        expand(Rule(frequency, weekdays=((day, position),), until=date(2027, 12, 31)), date(2027, 1, 4))
        for day in (1, 3)
    )
    rows = [SeriesRow(str(day), day, day) for day in first]
    found = plan(Series(frequency, second, rows, TODAY))
    assert [found.placed[each.key][1] for each in rows] == second
    assert (found.added, found.taken) == ((), ())
