from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.facets import ALWAYS, FACETS, Span, Traits, narrow, periods

TODAY = date(2026, 4, 15)
NETWORK = Traits("network", ["utb"], [1, 2], None, None, network=7)
COMING = Traits("meeting", ["utb"], [1], date(2026, 5, 1), date(2026, 5, 1), "Ale", "on_site", False, 7)
PAST = Traits("meeting", ["soc"], [2], date(2025, 5, 1), date(2025, 5, 3), "Lerum", "online", True, 8)
SERIES = Traits("meeting", ["soc"], [2], None, date(2025, 5, 3), network=8)
DOCUMENT = Traits("document", ["soc"], [], date(2025, 5, 2), date(2025, 5, 2), network=8)
ALL = [NETWORK, COMING, PAST, SERIES, DOCUMENT]


def narrowed(days=ALWAYS, **chosen):
    return narrow(ALL, lambda traits: traits, chosen, TODAY, days)


def test_without_a_choice_all_are_counted():
    kept, counts = narrowed()
    assert kept == ALL
    assert counts == {
        "kind": {"network": 1, "meeting": 3, "document": 1},
        "area": {"utb": 2, "soc": 3},
        "period": {"kommande": 1, "tidigare": 2, "2026": 1, "2025": 2},
        "municipality": {1: 2, 2: 3},
        "form": {"on_site": 1, "online": 1},
        "place": {"Ale": 1, "Lerum": 1},
        "held": {"planerat": 1, "installt": 1},
        "network": {7: 2, 8: 3},
    }


def test_a_facet_counts_what_the_other_choices_leave():
    kept, counts = narrowed(kind="meeting", area=["utb"])
    assert kept == [COMING]
    assert counts["kind"] == {"network": 1, "meeting": 1}
    assert counts["area"] == {"utb": 1, "soc": 2}
    assert counts["municipality"] == {1: 1}


def test_any_of_several_values_is_enough():
    assert narrowed(kind=["network", "document"])[0] == [NETWORK, DOCUMENT]
    assert narrowed(place=["Ale", "Lerum"], held=["installt"])[0] == [PAST]


def test_days_leave_what_has_a_day_among_them():
    assert narrowed(Span(date(2025, 5, 2), date(2025, 5, 2)))[0] == [PAST, DOCUMENT]
    assert narrowed(Span(date(2025, 5, 3)))[0] == [COMING, PAST]
    kept, counts = narrowed(Span(None, date(2025, 12, 31)), kind=["meeting"])
    assert kept == [PAST]
    assert counts["kind"] == {"meeting": 1, "document": 1}


def test_a_meeting_of_today_is_still_to_come():
    assert periods(Traits("meeting", [], [], TODAY, TODAY), TODAY) == ["kommande", "2026"]
    assert periods(Traits("document", [], [], TODAY, TODAY), TODAY) == ["2026"]


DAYS = st.none() | st.integers(-400, 400).map(lambda number: TODAY + timedelta(days=number))
TRAITS = st.builds(
    Traits, st.sampled_from(["network", "meeting", "document"]), st.lists(st.sampled_from("ab"), unique=True),
    st.lists(st.integers(1, 3), unique=True), DAYS, DAYS, st.sampled_from(["", "Ale", "Lerum"]),
    st.sampled_from(["", "online", "hybrid"]), st.booleans(), st.none() | st.integers(1, 2),
)  # fmt: skip


@given(st.lists(TRAITS, max_size=20), st.data())
def test_each_number_is_what_choosing_its_value_alone_leaves(answers, data):
    offered = narrow(answers, lambda traits: traits, {}, TODAY)[1]
    chosen = {
        name: data.draw(st.lists(st.sampled_from(sorted(offered[name])), max_size=2))
        for name in FACETS
        if offered[name]
    }
    counts = narrow(answers, lambda traits: traits, chosen, TODAY)[1]
    for name in FACETS:
        for value in offered[name]:
            kept = narrow(answers, lambda traits: traits, chosen | {name: [value]}, TODAY)[0]
            assert len(kept) == counts[name][value]
