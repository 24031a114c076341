from datetime import date

from search.analysis.facets import Traits, narrow, periods

TODAY = date(2026, 4, 15)
NETWORK = Traits("network", ["utb"], [1, 2], None, None)
COMING = Traits("meeting", ["utb"], [1], date(2026, 5, 1), date(2026, 5, 1))
PAST = Traits("meeting", ["soc"], [2], date(2025, 5, 1), date(2025, 5, 1))


def narrowed(**chosen):
    return narrow([NETWORK, COMING, PAST], lambda traits: traits, chosen, TODAY)


def test_without_a_choice_all_are_counted():
    kept, counts = narrowed()
    assert kept == [NETWORK, COMING, PAST]
    assert counts == {
        "kind": {"network": 1, "meeting": 2},
        "area": {"utb": 2, "soc": 1},
        "period": {"kommande": 1, "2026": 1, "2025": 1},
        "municipality": {1: 2, 2: 2},
    }


def test_a_facet_counts_what_the_other_choices_leave():
    kept, counts = narrowed(kind="meeting", area="utb")
    assert kept == [COMING]
    assert counts["kind"] == {"network": 1, "meeting": 1}
    assert counts["area"] == {"utb": 1, "soc": 1}
    assert counts["municipality"] == {1: 1}


def test_a_meeting_of_today_is_still_to_come():
    assert periods(Traits("meeting", [], [], TODAY, TODAY), TODAY) == ["kommande", "2026"]
    assert periods(Traits("document", [], [], TODAY, TODAY), TODAY) == ["2026"]
