"""The rule on its way from the form to the database and back, and every hostile one on the way."""

from contextlib import suppress
from datetime import date

import pytest
import recurrence
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from events.models import EventPage
from events.series.recurrence import HostileRule, Rule, expand
from events.series.rule_field import RuleFormField, recurrence_of, rule_of
from events.series.rule_widget import DAY_CODES, RuleWidget

START = date(2026, 3, 17)


class RuleForm(forms.Form):
    rule = RuleFormField(required=False)


def submit(**parts):
    """The bound form of one rule; ``parts`` are the widget's fields."""
    data = forms.Form().data | {f"rule_{name}": value for name, value in parts.items()}
    return RuleForm(MultiValue(data))


class MultiValue(dict):
    """A form's data whose lists read as a QueryDict's do."""

    def getlist(self, name):
        value = self.get(name, [])
        return value if isinstance(value, list) else [value]


def stored(value):
    """``value`` through the database's text and back, as Django does it."""
    field = EventPage._meta.get_field("recurrence")
    return field.from_db_value(field.get_prep_value(value))


def cleaned_rule(form):
    assert form.is_valid(), form.errors
    return rule_of(stored(form.cleaned_data["rule"]))


def test_the_last_day_of_a_series_counts_after_save_and_reload():
    form = submit(frequency="WEEKLY", interval="1", weekdays=["TU"], until="2026-11-24")
    rule = cleaned_rule(form)
    assert rule == Rule("WEEKLY", weekdays=((1, 0),), until=date(2026, 11, 24))
    assert expand(rule, date(2026, 11, 17)) == [date(2026, 11, 17), date(2026, 11, 24)]


@pytest.mark.parametrize("until", ["2026-03-29", "2026-10-25", "2026-06-30", "2026-12-31", "2024-02-29"])
def test_until_is_the_day_that_was_typed_on_both_sides_of_every_change_of_the_clock(until):
    rule = cleaned_rule(submit(frequency="DAILY", interval="1", until=until))
    assert rule.until == date.fromisoformat(until)


def test_a_monthly_rule_by_position():
    rule = cleaned_rule(submit(frequency="MONTHLY", interval="2", position="2", weekdays=["TU"], count="5"))
    assert rule == Rule("MONTHLY", interval=2, weekdays=((1, 2),), count=5)


def test_no_frequency_is_no_rule():
    form = submit(frequency="", interval="1", count="5")
    assert form.is_valid()
    assert form.cleaned_data["rule"] is None
    assert stored(None) is None


RULES = st.builds(
    Rule,
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]),
    interval=st.integers(1, 52),
    weekdays=st.lists(st.tuples(st.integers(0, 6), st.sampled_from([0, 1, 4, -1])), max_size=3, unique=True).map(
        tuple
    ),
    month_days=st.lists(st.integers(1, 31), max_size=2, unique=True).map(tuple),
    until=st.dates(date(2026, 1, 1), date(2032, 1, 1)),
) | st.builds(Rule, st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]), count=st.integers(1, 400))


@given(RULES)
def test_a_rule_survives_the_database(rule):
    assert rule_of(stored(recurrence_of(rule))) == rule


@given(RULES)
def test_what_is_stored_is_a_single_rule_without_dates(rule):
    text = EventPage._meta.get_field("recurrence").get_prep_value(recurrence_of(rule))
    assert text.startswith("RRULE:")
    assert "\n" not in text


WIDGET_RULES = st.one_of(
    st.builds(
        Rule,
        st.just("WEEKLY"),
        interval=st.integers(1, 52),
        weekdays=st.sets(st.integers(0, 6)).map(lambda days: tuple((day, 0) for day in sorted(days))),
        count=st.integers(1, 400),
    ),
    st.builds(
        Rule,
        st.just("MONTHLY"),
        interval=st.integers(1, 52),
        weekdays=st.tuples(st.tuples(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))),
        until=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    ),
)


@given(WIDGET_RULES)
def test_the_widget_gives_back_the_rule_that_it_shows(rule):
    value = stored(recurrence_of(rule))
    names = ["interval", "frequency", "position", "weekdays", "until", "count"]
    form = submit(**dict(zip(names, RuleWidget().decompress(value), strict=False)))
    assert cleaned_rule(form) == rule
    assert not RuleFormField().has_changed(value, form["rule"].data)


@pytest.mark.parametrize("month_days", [(12,), (-1,), (1, 15)])
def test_a_part_of_a_rule_that_the_widget_cannot_show_is_kept_when_the_page_is_saved_again(month_days):
    value = stored(recurrence_of(Rule("MONTHLY", month_days=month_days, count=5)))
    assert resubmitted(value) == Rule("MONTHLY", month_days=month_days, count=5)


def test_two_positions_in_one_rule_are_kept_too():
    rule = Rule("MONTHLY", weekdays=((1, 1), (1, 3)), count=5)
    assert resubmitted(stored(recurrence_of(rule))) == rule


def resubmitted(value):
    """The rule after the form has been shown with ``value`` and sent back untouched."""
    shown = RuleWidget().get_context("rule", value, {})["widget"]["subwidgets"]
    return cleaned_rule(RuleForm(MultiValue({field["name"]: sent(field) for field in shown})))


def sent(field):
    """What a browser sends for a subwidget: all ticked boxes of a list, one text of anything else."""
    if "checkbox" in field["template_name"] or not isinstance(field["value"], list):
        return field["value"]
    return field["value"][0]


HOSTILE = [
    "RRULE:FREQ=WEEKLY;COUNT=3\nRRULE:FREQ=DAILY;COUNT=3",
    "RRULE:FREQ=WEEKLY;COUNT=3\nRDATE:20260320T080000Z",
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260320T080000Z",
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXRULE:FREQ=DAILY;COUNT=3",
    "RDATE:20260320T080000Z",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    "RRULE:FREQ=YEARLY;BYYEARDAY=366;COUNT=3",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53;COUNT=3",
    "RRULE:FREQ=MONTHLY;BYSETPOS=5;BYDAY=MO;COUNT=3",
    "RRULE:FREQ=WEEKLY;BYHOUR=8,9;COUNT=3",
    "RRULE:FREQ=WEEKLY;UNTIL=99999999T000000Z",
    "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z",
    "RRULE:FREQ=WEEKLY;UNTIL=2026",
    "RRULE:FREQ=WEEKLY;COUNT=tre",
    "RRULE:FREQ=WEEKLY;BYDAY=XX;COUNT=3",
    "RRULE:FREQ=WEEKLY;BYDAY=;COUNT=3",
    "RRULE:FREQ=FORTNIGHTLY;COUNT=3",
    "RRULE:freq=weekly",
    "RRULE:",
    "RRULE:COUNT=3",
    "RRULE:FREQ=WEEKLY;COUNT=3;X-EVIL=1",
    "möte varje tisdag",
    "\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_refused_in_swedish_and_shown_again_without_error(text):
    with pytest.raises(forms.ValidationError) as refusal:
        RuleFormField(required=False).clean(text)
    assert refusal.value.messages[0].endswith(".")
    assert RuleWidget().render("rule", text)


@pytest.mark.parametrize(
    "text",
    [
        "RRULE:FREQ=WEEKLY;INTERVAL=0;COUNT=3",
        "RRULE:FREQ=WEEKLY;INTERVAL=-1;COUNT=3",
        "RRULE:FREQ=SECONDLY;BYMONTHDAY=30",
        "RRULE:FREQ=HOURLY;COUNT=3",
        "RRULE:FREQ=WEEKLY;COUNT=99999999999",
        "RRULE:FREQ=WEEKLY",
        "RRULE:FREQ=MONTHLY;BYDAY=99999999999999999999TU;COUNT=3",
    ],
)
def test_a_readable_rule_that_is_hostile_is_refused_before_it_is_expanded(text):
    with pytest.raises((forms.ValidationError, HostileRule)):
        expand(rule_of(RuleFormField(required=False).clean(text)), START)


VALUES = ["WEEKLY", "MONTHLY", "SECONDLY", "0", "1", "-1", "99999999", "20260101", "20261399T999999Z", "TU"]


@given(
    st.lists(
        st.sampled_from(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST", "X"]).flatmap(
            lambda name: st.tuples(
                st.just(name),
                st.sampled_from([*VALUES, "2TU,TU", "-1FR", "0MO", "å", "1,2", ""]),
            )
        ),
        max_size=5,
    )
)
def test_any_rule_text_is_refused_or_gives_few_dates(parts):
    text = "RRULE:" + ";".join(f"{name}={value}" for name, value in parts)
    with suppress(forms.ValidationError, HostileRule):
        assert len(expand(rule_of(RuleFormField().clean(text)), START)) <= 400
    assert RuleWidget().render("rule", text)


@given(st.text(max_size=40))
def test_any_text_at_all_is_refused_or_read(text):
    with suppress(forms.ValidationError):
        RuleFormField(required=False).clean(text)
    assert RuleWidget().render("rule", text)


def test_a_refused_rule_keeps_what_the_editor_typed():
    form = submit(frequency="WEEKLY", interval="2", weekdays=["TU", "TH"], until="31 december", count="")
    assert not form.is_valid()
    shown = form["rule"].field.widget.decompress(form["rule"].value())
    assert shown[:-1] == ["2", "WEEKLY", "", ["TU", "TH"], "31 december", ""]


def test_days_in_words_are_the_codes_of_rfc_5545():
    assert [str(day) for day in map(recurrence.Weekday, range(7))] == DAY_CODES


def test_the_stored_form_adds_no_meeting_of_its_own():
    assert recurrence_of(Rule("WEEKLY", count=3)).include_dtstart is False
    assert stored(recurrence_of(Rule("WEEKLY", count=3))).include_dtstart is False
