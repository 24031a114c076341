"""Every word of a page, as often as it stands there, is somewhere in the answer: for text and for saved HTML."""

import re
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import NotANetworkPage, UnreadablePage, read_html, read_page
from gr_site.importing.storing.as_json import page_as_json
from tests.examples import examples
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES
from tests.gr_site.importing.scoring import TODAY, lost_words, visible_text

SOURCES = [
    path.read_text(encoding="utf-8")
    for folder in (GIVEN / "pages", GIVEN / "pages_2", PAGES)
    for path in sorted(folder.glob("*.txt"))
]
#: Lines that each open, close or disturb some part of a page.
STRAYS = (
    "Telefon: 031-000 00 11", "e-post: namn@example.org", "Asta Björkmo (S), Ale – Bo Dalrot (M), ersättare",
    "Ale: vakant", "Ordinarie\tErsättare", "Asta Björkmo\tBo Dalrot", "Kl. 9–11:", "Deltagare", "Ersättare",
    "Kontakt", "Mötestider 2024", "1. Mötet öppnades", "3 oktober kl. 9-12", "Vakant", "Dela sidan",
    "Startdatum: 2013-01-01", "Syfte", "Protokoll", "Ledamöter: Asta Björkmo, Bo Dalrot och Cia Enmark.",
    "Uppdaterad 2020-01-01", "Göteborgs Stad", "Mars", "2024", "* * *", "Nätverkets vision: att mötas",
    "Ordförande", "Pdf, 48.3 kB, öppnas i nytt fönster.", "Deltagande kommuner", "Ale kommun",
)  # fmt: skip
TAGS = (
    "p", "h2", "h3", "li", "div", "nav", "footer", "button", "td", "tr", "table", "main", "aside", "form", "b",
    "a",
)  # fmt: skip
stray = st.one_of(st.sampled_from(STRAYS), st.text(max_size=30))


def answer(read, source):
    """The JSON of a page, also of one that is no network's; None of text that cannot be read at all."""
    try:
        page = read(source)
    except NotANetworkPage as error:
        page = error.page
    except UnreadablePage:
        return None
    return page_as_json(page, read_meetings(page, today=TODAY))


def check(read, source, visible=None):
    answered = answer(read, source)
    if answered is not None:
        assert not lost_words(source if visible is None else visible, answered)


@st.composite
def disturbed(draw):
    """A page with a line put in, its sections in another order, or both."""
    sections = re.split(r"\n\s*\n", draw(st.sampled_from(SOURCES)))
    if draw(st.booleans()):
        sections = draw(st.permutations(sections))
    lines = "\n\n".join(sections).split("\n")
    for _ in range(draw(st.integers(0, 3))):
        lines.insert(draw(st.integers(0, len(lines))), draw(stray))
    return "\n".join(lines)


@st.composite
def tagged(draw, broken):
    """The lines of a page, and the same in tags at random, some of which are never closed."""
    lines = draw(st.sampled_from(SOURCES)).split("\n")
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=6))
    closed = draw(st.lists(st.booleans(), min_size=1, max_size=6))
    pieces = []
    for number, line in enumerate(lines):
        tag = tags[number % len(tags)]
        end = f"</{tag}>" if closed[number % len(closed)] else ""
        pieces.append(f"<{tag}>{escape(line)}{end}")
    for bit in draw(st.lists(st.sampled_from(broken), max_size=3)):
        pieces.insert(draw(st.integers(0, len(pieces))), bit)
    return "\n".join(lines), "\n".join(pieces)


@settings(max_examples=examples(200), deadline=None)
@given(disturbed())
def test_no_word_of_a_disturbed_page_is_lost(source):
    check(read_page, source)


@settings(max_examples=examples(100), deadline=None)
@given(tagged(broken=["<p", "</", "&amp;", "<!--", "<![CDATA[", "<h1>", "</div>", "<a b='"]))
def test_no_word_of_a_page_in_tags_is_lost(source):
    text, markup = source
    check(read_html, markup, text)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(stray, max_size=25).map("\n".join))
@example("Skolgruppen\nDeltagare\nAsta Björkmo, Ale\nTelefon: 031-000 00 11")
def test_no_word_of_loose_lines_is_lost(source):
    check(read_page, source)


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_no_word_of_our_pages_is_lost(path):
    source = path.read_text(encoding="utf-8")
    html = path.suffix == ".html"
    check(read_html if html else read_page, source, visible_text(source) if html else None)
