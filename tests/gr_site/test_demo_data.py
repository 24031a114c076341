"""The demo's pure parts: its working days, its plain text, its files."""

import re
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gr_site.demo.content import EventPlan, network_plans, read
from gr_site.demo.meeting_dates import days_of, is_working_day, meetings, working_days_from
from gr_site.demo.pdf import pdf
from gr_site.starting.plain_text import rich_text, stream
from networks.pages.blocks import BodyBlock
from networks.writing.checks import check_prose
from tests.examples import examples

THURSDAY = date(2026, 4, 16)
BODY = BodyBlock()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 4, 16), True),
        (date(2026, 4, 18), False),  # Saturday
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 6, 19), False),  # Midsummer Eve
        (date(2026, 6, 26), True),  # the Friday after
        (date(2026, 7, 8), False),
        (date(2026, 12, 23), False),
    ],
)
def test_working_days(day, works):
    assert is_working_day(day) is works


def test_a_meeting_on_a_red_day_comes_earlier():
    assert working_days_from(date(2026, 5, 14)) == date(2026, 5, 13)
    assert working_days_from(date(2026, 4, 30), 2) == date(2026, 4, 28)


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
@settings(max_examples=examples(15), deadline=None)
def test_whatever_the_day_all_plans_give_meetings_on_working_days(today):
    red = holidays.country_holidays("SE", years=range(2019, 2038))
    for plan in (event for network in network_plans(today) for event in network.events if not event.rule):
        rows = meetings(plan, today)
        days = [day for row in rows for day in days_of(row)]
        assert [day for day in days if day in red or day.weekday() > 4 or day.month == 7] == []
        assert max(days) > today
        assert all(row["start_date"] < today for row in rows if row["minutes"])
        assert all(row["start_date"] >= today for row in rows if row["agenda"])


def test_a_week_of_each_year_and_what_is_special_about_it():
    plan = EventPlan(weeks=[16, 41], years=[0], yearly=[{"week": 41, "days": 2, "theme": "Internat"}])
    assert meetings(plan, THURSDAY) == [
        {"start_date": THURSDAY, "agenda": False, "minutes": False},
        {
            "start_date": date(2026, 10, 8),
            "end_date": date(2026, 10, 9),
            "theme": "Internat",
            "agenda": False,
            "minutes": False,
        },
    ]


def test_meetings_are_counted_from_today():
    plan = EventPlan(weeks=[10, 16, 41], years=[0], near=[{"nth": 2, "moved_days": 7}], agendas=[1], minutes=[-1])
    first, second, third = meetings(plan, THURSDAY)
    assert (first["minutes"], second["agenda"]) == (True, True)
    assert third["start_date"] - third["moved_from"] == timedelta(days=7)


def test_a_misspelt_key_is_an_error():
    with pytest.raises(TypeError, match="week"):
        EventPlan(week=[1])


def test_plain_text_becomes_paragraphs_lists_and_links():
    text = "Ett & två\nfortsätter.\n\nVi ska\n\n- se [IMY](https://www.imy.se)\n- göra\n"
    assert rich_text(text) == (
        "<p>Ett &amp; två fortsätter.</p><p>Vi ska</p>"
        '<ul><li>se <a href="https://www.imy.se">IMY</a></li><li>göra</li></ul>'
    )
    assert rich_text("") == ""


def test_headings_become_blocks():
    assert stream("Först\n\n## Rubrik\n\nText") == [
        ("paragraph", "<p>Först</p>"),
        ("heading", "Rubrik"),
        ("paragraph", "<p>Text</p>"),
    ]


def test_a_pdf_has_its_text_its_tags_and_right_offsets():
    written = pdf("Åtgärder", ["Första stycket – kort.", "Andra " * 40])
    hexes = re.findall(rb"<([0-9a-f]+)> Tj", written)
    lines = [bytes.fromhex(found.decode()).decode("cp1252") for found in hexes]
    assert lines[:2] == ["Åtgärder", "Första stycket – kort."]
    assert " ".join(lines[2:]) == ("Andra " * 40).strip()
    assert (written.count(b"/S /H1"), written.count(b"/S /P ")) == (1, 2)
    table = int(re.search(rb"startxref\n(\d+)", written)[1])
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) 00000 n", written[table:])]
    assert [written[offset:].split(b" ", 1)[0] for offset in offsets] == [
        str(number).encode() for number in range(1, len(offsets) + 1)
    ]


def test_a_pdf_refuses_what_does_not_fit():
    with pytest.raises(ValueError, match="one page"):
        pdf("Lång", ["ord " * 60] * 30)


def test_the_demos_own_texts_pass_the_checks_of_texts():
    """What the site teaches its editors, its own examples must not break."""
    plans = network_plans(THURSDAY)
    for text in (text for plan in plans for text in (plan.purpose, plan.vision, plan.mandate)):
        check_prose(rich_text(text), above=2)
    bodies = [part.body for plan in plans for part in (plan, *plan.events)]
    bodies += [page.get("body", "") for page in read("site", THURSDAY)["page"]]
    for body in bodies:
        BODY.clean(BODY.to_python([{"type": kind, "value": value} for kind, value in stream(body)]))
