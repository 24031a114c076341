import pytest

from search.analysis.compounds import listed, parts
from search.analysis.swedish import stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("frukostmöte", "frukost möte"),
        ("frukostmötet", "frukost möte"),
        ("förskolenätverkets", "förskola nätverk"),
        ("utbildningschefsnätverket", "utbildning chef nätverk"),
        ("hälsofrågor", "hälsa fråga"),
        ("kvinnofrågor", "kvinna fråga"),
        ("gatukontoret", "gata kontor"),
        ("dataskyddsombud", "dataskydd ombud"),
        # The list knows one part only.
        ("bibliotekarienätverket", "bibliotekarie nätverk"),
        ("nätverksbageriet", "nätverk bageri"),
        ("musikgalleri", "musik galleri"),
        ("förskolebuss", "förskola buss"),
    ],
)
def test_a_compound_gives_the_stems_of_its_parts(word, expected):
    assert list(parts(word)) == [stem(part) for part in expected.split()]


def test_nobody_can_say_which_part_an_s_belongs_to():
    assert list(parts("nätverkskafé")) == ["nätverk", "kafé", "skafé"]


@pytest.mark.parametrize("word", ["region", "möte", "områden", "marknaden", "ledarskap", "resultat", "göteborg", "ö"])
def test_what_is_no_compound_stays_whole(word):
    assert parts(word) == ()


def test_the_list_is_sorted_and_names_each_word_once():
    words = sorted(listed())
    assert all(word == word.lower().strip() and " " not in word for word in words)
