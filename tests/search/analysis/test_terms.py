import pytest

from search.analysis.folding import fold
from search.analysis.terms import MOST_ANALYSED, MOST_KEPT, PART, Allowance, terms, tokens
from search.analysis.words import words
from tests.hostile_text import KINDS


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


@pytest.mark.parametrize("kind", ["distinct compounds", "distinct letters"])
def test_of_a_text_with_words_without_end_only_so_many_are_analysed_and_kept(kind):
    text = KINDS[kind](900_000)
    allowance = Allowance()
    kept = [word for word in words(text) if allowance.terms_of(word, "sv")]
    as_written = [word for word in kept if allowance.terms_of(word, "sv") == (word,)]
    assert MOST_KEPT - 100 < len("".join(kept)) <= MOST_KEPT
    assert len("".join(as_written)) >= MOST_KEPT - MOST_ANALYSED - 100
    assert terms([text]).startswith(terms([text[:50_000].rpartition(" ")[0]]))


def test_texts_that_share_an_allowance_are_analysed_as_one_and_a_word_only_once():
    text = KINDS["distinct compounds"](100_000)
    shared = Allowance()
    assert [terms([text], "sv", shared) for _ in range(4)] == [terms([text])] * 4
    later = KINDS["distinct letters"](100_000)
    assert PART in terms(["frukostmöte"], "sv", shared)
    terms([later], "sv", shared)
    assert terms(["middagsmötena it-cheferna frukostmöte"], "sv", shared) == (
        "middagsmötena itcheferna frukostmöt ~frukost ~möt"
    )
