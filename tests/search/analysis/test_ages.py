"""Ages in figures become what people of that age are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.ages import ages_as_words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("sommarjobb för 16-åringar", "sommarjobb för tonåring"),
        ("en 3 åring", "en småbarn"),
        ("mamma är 85 år gammal", "mamma är äldre"),
        ("a 10-year-old boy", "a child boy"),
        ("70 years old", "elderly"),
        ("om 10 år", "om 10 år"),
        ("2016-åringar", "2016-åringar"),
    ],
)
def test_an_age_becomes_a_word(typed, read):
    assert ages_as_words(typed) == read


@given(
    st.integers(0, 999), st.sampled_from(["-åringar", " åring", "åringarna", " år gammal", "-year-olds", " years old"])
)
def test_no_figure_is_left_of_any_age(years, ending):
    assert not any(letter.isdigit() for letter in ages_as_words(f"{years}{ending}"))


@given(st.text())
def test_text_without_figures_stays(text):
    without = "".join(letter for letter in text if not letter.isdigit())
    assert ages_as_words(without) == without
