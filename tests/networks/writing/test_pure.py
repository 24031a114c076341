"""The pure checks of texts: links, headings, tables, pictures and plain language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.writing.rules.alt_text import says_nothing
from networks.writing.rules.headings import first_jump
from networks.writing.rules.links import is_bare_address, is_vague
from networks.writing.rules.plain_language import HeavyWord, LongSentence, heavy_words, long_sentences, sentences
from networks.writing.rules.rich_text import heading_levels, link_texts, paragraphs
from networks.writing.rules.tables import empty_headers, has_headers


@pytest.mark.parametrize(
    "text", ["Läs mer", "läs mer här »", "HÄR", "Klicka här!", "", " \u00a0", "→", "(pdf)", "Read more …", "länk"]
)
def test_a_link_that_could_lead_anywhere(text):
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    ["Läs mer om förskolan", "Härryda kommun", "Dokumentation", "Anteckningar 7 februari", "Nätverkets sida", "SKR"],
)
def test_a_link_that_says_where_it_leads(text):
    assert not is_vague(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("https://www.digg.se/tdosanmalan", True),
        ("www.imy.se", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("Digg, https://www.digg.se", False),
        ("imy.se", False),
        ("kontakt@example.org", False),
    ],
)
def test_a_bare_address(text, bare):
    assert is_bare_address(text) is bare


@pytest.mark.parametrize(
    ("levels", "above", "place"),
    [
        ([], 1, None),
        ([2, 3, 3, 2, 3], 1, None),
        ([3], 1, 0),
        ([2, 4], 1, 1),
        ([2, 3, 4, 2, 4], 1, 4),
        ([3, 4], 2, None),
        ([4], 2, 0),
        ([1, 2], 1, None),
    ],
)
def test_headings_in_order(levels, above, place):
    assert first_jump(levels, above) == place


@given(st.lists(st.integers(1, 6)))
def test_the_headings_before_a_jump_are_in_order(levels):
    place = first_jump(levels)
    assert first_jump(levels[:place]) is None


@pytest.mark.parametrize(
    "text", ["IMG_1234", "dsc 0042", "bild.jpg", "2024-05-01", "gruppfoto_2024", "Bild", "foto 3"]
)
def test_a_text_that_describes_no_picture(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Tolv personer runt ett bord", "GR:s logotyp", "Karta över de 13 kommunerna"])
def test_a_text_that_describes_one(text):
    assert not says_nothing(text)


@pytest.mark.parametrize(
    ("choice", "rows", "headers", "empty"),
    [
        ("neither", [["a", "b"]], False, 0),
        ("", [["a"]], False, 0),
        ("row", [["Dag", "Plats"], ["1", None]], True, 0),
        ("row", [["Dag", ""], ["1", "2"]], True, 1),
        ("column", [["Dag", "1"], [None, "2"]], True, 1),
        ("both", [["", "Ale"], ["2026", "3"]], True, 0),
        ("both", [["", " "], [None, "3"]], True, 2),
        ("row", [], True, 0),
    ],
)
def test_tables(choice, rows, headers, empty):
    value = {"table_header_choice": choice, "data": rows}
    assert (has_headers(value), empty_headers(value)) == (headers, empty)


def test_what_a_rich_text_holds():
    html = '<h3>Om</h3><p>Se <a href="/x">läs <b>mer</b></a> och<br/>ring.</p><ul><li>Ett</li></ul><p></p>'
    assert link_texts(html) == ["läs mer"]
    assert heading_levels(html) == [3]
    assert paragraphs(html) == ["Om", "Se läs mer och ring.", "Ett"]
    assert (paragraphs("bara text"), paragraphs("")) == (["bara text"], [])


def test_sentences_do_not_end_at_abbreviations():
    text = "Vi ses kl. 9 i bl.a. Ale. Ta med papper! Fråga (031-1) ring."
    assert sentences(text) == ["Vi ses kl. 9 i bl.a. Ale.", "Ta med papper!", "Fråga (031-1) ring."]


def test_a_sentence_may_have_twenty_eight_words():
    assert long_sentences("ord " * 27 + "slut.") == []
    assert long_sentences("Ett ord till " + "ord " * 25 + "slut.") == [
        LongSentence("Ett ord till ord ord ord ord", 29)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nätverket erhåller medel.", [HeavyWord("erhåller", "få")]),
        (
            "Ledamöterna tillhandahåller och Tillser.",
            [HeavyWord("tillhandahåller", "erbjuda"), HeavyWord("tillser", "se till")],
        ),
        ("Icke, icke.", [HeavyWord("icke", "inte")]),
        ("I enlighet med mandatet", [HeavyWord("i enlighet med", "enligt")]),
        ("Ett rejält möte om mejlen, samt anteckningar från Ejdern.", []),
        ("Ärenden inkommer till gruppen", [HeavyWord("inkommer", "lämna, skicka")]),
        ("Nya ärenden inkommer sällan", []),
    ],
)
def test_heavy_words(text, found):
    assert heavy_words(text) == found


@given(st.text())
def test_any_text_is_read(text):
    assert heavy_words(text) is not None
    assert "".join("".join(sentences(text)).split()) == "".join(text.split()).replace("\0", ".")
