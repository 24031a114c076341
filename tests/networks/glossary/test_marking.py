"""Terms are found as whole words, once, where a link may stand; and nothing else of a text is changed."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from networks.glossary.marking import Sought, is_abbreviation, mark_first

MAS = Sought("mas", ("MAS",), "medicinskt ansvarig sjuksköterska")
FOU = Sought("fou", ("FoU",), "forskning och utveckling")
FOU_WEST = Sought("fou-i-vast", ("FoU i Väst",), "")
GROUP = Sought("grupp", ("beredningsgrupp", "beredningsgruppen"))
RD = Sought("r-d", ("R&D",), "research & development")
TERMS = [MAS, FOU, FOU_WEST, GROUP, RD]
_MARK = re.compile(r'<a class="term"[^>]*>(.*?)(<span class="visually-hidden"[^>]*>.*?</span>)?</a>')


def found(html, terms=TERMS):
    return mark_first(html, terms, set())[1]


def unmarked(html):
    return _MARK.sub(r"\1", html)


def test_the_first_place_leads_to_the_list_and_tells_those_who_listen():
    html, keys = mark_first("<p>En MAS och en MAS till</p>", [MAS], set())
    assert keys == ["mas"]
    assert html == (
        '<p>En <a class="term" id="i-texten-mas" href="#ord-mas">MAS'
        '<span class="visually-hidden"> (medicinskt ansvarig sjuksköterska)</span></a> och en MAS till</p>'
    )


def test_parts_of_a_page_are_marked_one_after_another():
    seen = set()
    assert mark_first("<p>MAS</p>", TERMS, seen)[1] == ["mas"]
    assert mark_first("<p>MAS och FoU</p>", TERMS, seen)[1] == ["fou"]
    assert seen == {"mas", "fou"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("MAS", ["mas"]),
        ("(MAS)", ["mas"]),
        ("”MAS”, FoU.", ["mas", "fou"]),
        ("MAS:s möten", ["mas"]),
        ("MAS-nätverket", ["mas"]),
        ("Region-MAS", []),
        ("mas", []),
        ("Mas", []),
        ("MASK", []),
        ("KMAS", []),
        ("MAS2", []),
        ("MAS@gr.example", []),
        ("www.MAS.se", []),
        ("/MAS/", []),
        ("MAS:10", []),
        ("MAS.", ["mas"]),
        ("FoU i Väst och FoU", ["fou-i-vast", "fou"]),
        ("Beredningsgruppen", ["grupp"]),
        ("beredningsgrupp", ["grupp"]),
        ("beredningsgruppens", []),
        ("beredningsgrupp-mötet", []),
        ("BEREDNINGSGRUPP", []),
        ("R&amp;D", ["r-d"]),
        ("R&D", []),  # not HTML
        ("&MAS;", []),
        ("", []),
    ],
)
def test_whole_words_in_their_own_letters(text, keys):
    assert found(f"<p>{text}</p>") == keys


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/">MAS</a>',
        '<a href="/"><b>MAS</b></a>',
        "<h2>MAS</h2>",
        "<h3><em>MAS</em></h3>",
        "<summary>MAS</summary>",
        "<button>MAS</button>",
        "<svg><title>MAS</title></svg>",
        '<p title="MAS">x</p>',
        '<p title="a > MAS">x</p>',
        "<p data-a='\"> MAS'>x</p>",
        "<!-- MAS > <p>MAS</p> -->",
        "<script>MAS</script>",
        '<img alt="MAS" src="MAS.png">',
    ],
)
def test_never_in_links_headings_or_tags(html):
    assert mark_first(html, TERMS, set()) == (html, [])


def test_after_what_is_left_alone_it_is_found():
    assert found("<h2>MAS<br></h2><p>MAS</p>") == ["mas"]
    assert found("</a></h2><p>MAS</p>") == ["mas"]


def test_what_the_text_spells_out_itself_needs_no_link():
    html = "<p>En medicinskt ansvarig sjuksköterska (MAS). En MAS</p>"
    assert mark_first(html, [MAS], set()) == (html, [])


def test_a_meaning_in_another_language_is_marked_so():
    html, _ = mark_first("MAS", [Sought("mas", ("MAS",), "medically responsible nurse", "en")], set())
    assert '<span class="visually-hidden" lang="en">' in html


def test_no_terms_and_empty_spellings():
    assert mark_first("<p>MAS</p>", [], set()) == ("<p>MAS</p>", [])
    assert mark_first("<p>MAS</p>", [Sought("x", ("", " "))], set()) == ("<p>MAS</p>", [])


@pytest.mark.parametrize(("word", "is_one"), [("MAS", True), ("FoU", True), ("Styrelsen", False), ("ord", False)])
def test_what_an_abbreviation_is(word, is_one):
    assert is_abbreviation(word) is is_one


PIECES = st.sampled_from(
    [
        "MAS", "FoU", " ", "-", ":", "s", "<p>", "</p>", "<a href='x'>", "</a>", "<h2>", "</h2>", "&amp;", "i Väst",
        "R&amp;D", "(", "å", "<", ">",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_but_the_links_is_changed_and_each_term_is_marked_once(html):
    marked, keys = mark_first(html, TERMS, set())
    assert unmarked(marked) == html
    assert len(keys) == len(set(keys)) == marked.count('class="term"')


@given(st.text(max_size=60))
def test_any_text_is_taken(text):
    marked, keys = mark_first(text, TERMS, set())
    assert unmarked(marked) == text
    assert len(keys) == marked.count('class="term"')


@given(st.lists(st.sampled_from(["MAS", "<p>", "</p>", "<a href='x'>", "</a>", "<h2>", "</h2>", " "]), max_size=15))
def test_no_link_stands_in_a_link_or_a_heading(pieces):
    marked, _ = mark_first("".join(pieces), [MAS], set())
    for link in BeautifulSoup(marked, "html.parser").find_all("a", class_="term"):
        assert link.find_parent(["a", "h2"]) is None
