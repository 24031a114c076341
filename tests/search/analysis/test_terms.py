import pytest

from search.analysis.folding import fold
from search.analysis.terms import terms, tokens
from search.analysis.words import words


def test_a_text_gives_its_stems_and_the_parts_of_its_compounds_once():
    assert terms(["Frukostmötet i möten", "mötets frukost"]) == "frukostmöt ~frukost ~möt möt frukost"


def test_an_english_text_has_english_stems():
    assert terms(["Meetings of the networks"], "en") == "meet network"


def test_a_word_with_a_hyphen_is_found_whole_and_in_pieces():
    assert terms(["IT-chefer"]) == "itchef it chef"


def test_the_database_gets_folded_terms_without_marks():
    assert tokens("frukostmöt ~frukost ~möt", "d2026-10-09 möt") == "frukostmot frukost mot d20261009"


@pytest.mark.parametrize(("text", "folded"), [("Förskola", "forskola"), ("É", "e"), ("Æøß", "aeoss")])
def test_folding_takes_case_rings_dots_and_accents_away(text, folded):
    assert fold(text) == folded


def test_words_are_letters_and_figures():
    assert words('"Hej", sa AB12 – å/ä (ö)_x') == ["hej", "sa", "ab12", "å", "ä", "ö", "x"]
