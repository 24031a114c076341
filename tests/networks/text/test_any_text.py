"""Text as people do not write it: marks without end, numbers without characters, tags that are never closed."""

import html
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from wagtail.rich_text import get_text_for_indexing

from networks.text.entities import unescaped
from networks.text.normal_form import MOST_MARKS, normalized
from networks.text.tags import indexed, without_tags

FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


@given(FORMS, st.text())
def test_any_text_gets_its_normal_form(form, text):
    assert normalized(form, text) == unicodedata.normalize(form, text)


@given(st.text("\u0301\u0323a", min_size=MOST_MARKS, max_size=200))
def test_a_letter_keeps_as_many_marks_as_unicode_promises(text):
    runs = [len(run) for run in normalized("NFD", text).split("a")]
    assert max(runs) <= MOST_MARKS


@given(st.text("&#x0123456789abf;amp", max_size=30))
def test_character_references_are_decoded(text):
    assert unescaped(text) == html.unescape(text)


def test_a_number_without_end_is_no_character():
    assert unescaped(f"a&#{'1' * 5_000};b&#x{'f' * 5_000}") == "a\ufffdb\ufffd"


def test_only_tags_are_taken_away():
    text = '<p class="a>b">1 < 2 &amp; <b title=\'"\'>3</b> > 2<br/></p><!--x--><'
    assert without_tags(text) == "1 < 2 &amp; 3 > 2<"
    assert without_tags('<a href="' * 100) == '<a href="' * 100


BLOCKS = st.tuples(
    st.sampled_from(["p", "h3", "li", "blockquote", "b", 'a linktype="page" id="3"']), st.text(max_size=20)
)


@given(st.lists(st.one_of(BLOCKS, st.sampled_from(["<br/>", "<hr />", "<BR/>"])), max_size=6))
def test_a_rich_text_is_indexed_as_wagtail_does(parts):
    def written(tag, text):
        return f"<{tag}>{html.escape(text)}</{tag.split()[0]}>"

    source = "".join(part if isinstance(part, str) else written(*part) for part in parts)
    assert indexed(source) == get_text_for_indexing(source)


def test_a_text_with_tags_without_end_is_indexed_too():
    assert indexed("<p>" + "<b>" * 10_000 + "ord</p>") == "ord"
    assert indexed("<p>" + '<a href="' * 100 + "ord</p>") == '<a href="' * 99 + '<a href="ord'
