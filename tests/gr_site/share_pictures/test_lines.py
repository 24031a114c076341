"""Titles in lines."""

from hypothesis import given
from hypothesis import strategies as st

from gr_site.share_pictures.lines import SOFT_HYPHEN, balanced, break_lines


def lines(text, width):
    """With letters that are all one wide; ``|`` stands for a soft hyphen."""
    return break_lines(text.replace("|", SOFT_HYPHEN), width, len)


def test_words_stay_whole_where_they_fit():
    assert lines("Samhälls|byggnads|nätverket i regionen", 26) == ["Samhällsbyggnadsnätverket", "i regionen"]


def test_a_compound_breaks_where_its_parts_meet():
    assert lines("Samhälls|byggnads|nätverket", 18) == ["Samhällsbyggnads-", "nätverket"]
    assert lines("För samhälls|byggnads|nätverket", 13) == ["För samhälls-", "byggnads-", "nätverket"]


def test_a_part_that_is_too_long_breaks_anywhere():
    assert lines("abcdefghij", 4) == ["abc-", "def-", "ghi-", "j"]


def test_a_word_that_ends_with_a_hyphen_gets_no_second_one():
    assert lines("abc-|defgh", 6) == ["abc-", "defgh"]


def test_lines_are_evened_out():
    assert balanced("ett två tre fyra", 13, len) == ["ett två", "tre fyra"]


def test_no_text_is_no_line():
    assert lines("", 10) == []
    assert lines("   ", 10) == []


@given(st.text("abcdefgh |å", max_size=80), st.integers(3, 20))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    found = lines(text, width)
    assert all(len(line) <= width for line in found)
    assert "".join(found).replace("-", "").replace(" ", "") == text.replace("|", "").replace(" ", "")
