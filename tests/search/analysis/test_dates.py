from datetime import date

import pytest

from search.analysis.dates import day_terms, day_words, month_name, take_days, weekday_names


@pytest.mark.parametrize(
    ("query", "rest", "terms"),
    [
        ("möte 2026-10-09", "möte", ["d2026-10-09"]),
        ("möte den 9 oktober", "möte", ["d10-09"]),
        ("möte 9 okt 2026", "möte", ["d2026-10-09"]),
        ("9 october 2026 meeting", "meeting", ["d2026-10-09"]),
        ("october 9, 2026", "", ["d2026-10-09"]),
        ("möte 9/10", "möte", ["d10-09"]),
        ("möte 9/10 2026", "möte", ["d2026-10-09"]),
        ("möte 9/10-2026", "möte", ["d2026-10-09"]),
        ("den 7:e februari", "", ["d02-07"]),
        ("styrgrupp v. 41", "styrgrupp", ["v41"]),
        ("styrgrupp vecka 7", "styrgrupp", ["v7"]),
        # No days: a month alone is a word, and no month has 32 days.
        ("styrgrupp oktober", "styrgrupp oktober", []),
        ("styrgrupp oktober 2026", "styrgrupp oktober 2026", []),
        ("32/10", "32/10", []),
        ("30 februari", "30 februari", []),
    ],
)
def test_it_takes_the_days_out_of_a_query(query, rest, terms):
    found = take_days(query)
    assert (" ".join(found[0].split()), found[1]) == (rest, terms)


def test_the_terms_of_a_meeting_meet_those_of_a_query():
    day = date(2026, 10, 9)
    assert day_terms(day, day) == ["d2026-10-09", "d10-09", "v41"]
    assert day_words(day, day) == "oktober 2026 höst"


def test_a_meeting_over_the_end_of_a_month_has_both():
    terms = day_terms(date(2026, 4, 30), date(2026, 5, 2))
    assert [term for term in terms if term.startswith("d2026")] == ["d2026-04-30", "d2026-05-01", "d2026-05-02"]
    assert day_words(date(2026, 4, 30), date(2026, 5, 2)) == "april 2026 maj vår"


@pytest.mark.parametrize(("word", "name"), [("okt", "oktober"), ("october", "oktober"), ("maj", "maj"), ("möte", "")])
def test_it_knows_months_by_their_short_and_english_names(word, name):
    assert month_name(word) == name


@pytest.mark.parametrize("word", ["fredag", "fredagar", "fredagarna", "fre", "friday", "fridays"])
def test_it_knows_weekdays_in_both_languages(word):
    assert weekday_names(word) == ("fredag", "friday")


@pytest.mark.parametrize("word", ["fri", "fredagsmöte", "sat", ""])
def test_it_takes_no_other_word_for_a_weekday(word):
    assert weekday_names(word) == ()
