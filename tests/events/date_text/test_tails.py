"""A time or a place below all groups is told of every row, and each that it touches is a warning."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_dates
from tests.examples import examples

TODAY = date(2026, 11, 28)
TIMES = ("Tid: 10–12", "Båda grupperna träffas kl. 10.00–12.00.", "Alla möten är kl 10-12.")
PLACES = (
    "Vi sitter i Blå rummet, Rådhuset.",
    "Vi håller till i Blå rummet, Rådhuset.",
    "Samtliga möten hålls i Blå rummet, Rådhuset.",
    "Allt sker i Blå rummet, Rådhuset",
    "Plats: Blå rummet, Rådhuset",
)
NAMES = st.lists(st.sampled_from(["Grupp A", "Grupp B", "Norr", "Söder", "Kommunstyrelsen"]), min_size=2, max_size=3)


@st.composite
def _groups(draw, own):
    lines = []
    for month, name in enumerate(draw(NAMES.filter(lambda names: len(set(names)) == len(names))), 2):
        days = draw(st.lists(st.sampled_from([2, 9, 16, 23]), min_size=2, max_size=4, unique=True))
        lines += [name, *(f"2027-{month:02}-{day:02}{own}" for day in sorted(days)), ""]
    return "\n".join(lines)


@settings(max_examples=examples(40), deadline=None)
@given(_groups(""), st.sampled_from(TIMES))
def test_a_time_below_all_groups(text, line):
    for row in read_dates(f"{text}\n{line}", context="Möten 2027", today=TODAY):
        assert (row.start_time, row.end_time, row.verdict) == (time(10), time(12), "warning")


@settings(max_examples=examples(40), deadline=None)
@given(_groups(" kl 9-11"), st.sampled_from(PLACES))
def test_a_place_below_all_groups(text, line):
    for row in read_dates(f"{text}\n{line}", context="Möten 2027", today=TODAY):
        assert (row.location, row.verdict) == ("Blå rummet, Rådhuset", "warning")
