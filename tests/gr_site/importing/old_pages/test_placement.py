"""Nothing is lost: every line with something on it lands in exactly one place, and its words are there."""

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gr_site.importing.old_pages import (
    LegacyPageError,
    NotANetworkPage,
    UnreadablePage,
    read_html,
    read_page,
    read_source,
)
from gr_site.importing.old_pages.headings import read_heading
from gr_site.importing.old_pages.lines import clean, text_lines
from tests.examples import examples
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES, read_anyhow
from tests.growth import cpu, in_proportion

#: Read as facts (a date, an organisation's usual name), so that their words need not stand anywhere.
FACTS = {"members", "municipalities", "updated", "start", "status", "area", "earlier_name", "kicker", "ignored"}
PIECES = (
    "Förskolegruppen", "Syfte / uppdrag:", "Nätverkets syfte är att:", " • dela idéer", "   och kunskap", "Deltagare",
    "Namn", "Kommun/organisation", "Asta Björkmo, ordförande", "Ale", "Vakant", "Ale\tBo Dalrot", "Mötestider 2024",
    "3 oktober kl. 9-12", "Styrelsen", "Tid: kl. 08.30-12.00 Plats:GR", "Presidium",
    "Mötet den 3 oktober är inställt.",
    "Bo Exempel (M)", "Ordförande, Ale", "Kontakt", "Kontaktperson på GR: Cia Enmark", "031-000 00 11", "Dokument",
    "Årsrapport 2023 (pdf, 1 MB)", "Startdatum: 2013-01-01", "Startdatum: okänt", "Senast uppdaterad:", "", "   ",
    "Deltagande kommuner", "Ale, Mark och Borås",
    "Gruppen bildades 2010.", "Skolgruppens vision", "Twitter", "2024",
    "Nätverket pausas tills vidare.", "Bakgrund", "Kommande möte", "Uppdaterad 2020-01-01",
    "https://example.org/natverk", "Vilka är med?", "Göteborg: Alva Brink, Dag Ek", "Ersättare",
    "Freja Gran (S), Lerum",
    "GR samlar 13 kommuner i väst.",
)  # fmt: skip
sources = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=40).map("\n".join)


def read_or_what_was_read(source):
    try:
        return read_page(source)
    except NotANetworkPage as error:
        return error.page
    except UnreadablePage:
        return None


def words_of(page):
    """Every word anywhere on the page but in its list of placements."""
    texts = [page.title, page.source_url, page.start_text, *page.unplaced, *page.documents, *page.remarks]
    texts += [text for field in page.fields.values() for text in (field.heading, field.text)]
    texts += [text for part in (*page.sections, *page.statements) for text in (part.heading, part.text)]
    for block in page.meetings:
        texts += [block.heading, block.group, *block.context, *block.lines, *block.notices]
    return set(re.findall(r"\w+", " ".join(map(clean, texts))))


def lost_words(page, source):
    """Words of text lines that stand nowhere. A heading's own words may go: they have become structure."""
    there = words_of(page)
    places = {placement.line: placement.destination for placement in page.placements}
    lines = [line for line in text_lines(source) if places[line.number] not in FACTS and not read_heading(line)]
    return {word for line in lines for word in re.findall(r"\w+", line.text)} - there


def check_placements(page, source):
    rows = [(number, raw) for number, raw in enumerate(source.splitlines(), start=1) if raw.strip()]
    assert [(placement.line, placement.text) for placement in page.placements] == rows
    assert all(placement.destination for placement in page.placements)


@settings(max_examples=examples(150), deadline=None)
@given(sources)
def test_every_line_is_placed_once_and_none_of_its_words_is_lost(source):
    page = read_or_what_was_read(source)
    if page is not None:
        check_placements(page, source)
        assert lost_words(page, source) == set()


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_our_pages_lose_nothing(path):
    source = path.read_text(encoding="utf-8")
    page = read_anyhow(path)
    check_placements(page, source)
    assert lost_words(page, source) == set()


def test_the_given_pages_lose_nothing():
    for path in [GIVEN / "seed_forskolenatverket.txt", *sorted((GIVEN / "pages").glob("*.txt"))]:
        source = path.read_text(encoding="utf-8")
        page = read_anyhow(path)
        check_placements(page, source)
        assert (path.stem, lost_words(page, source)) == (path.stem, set())


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_with_a_reason(source):
    try:
        page = read_page(source)
    except LegacyPageError as error:
        assert str(error)
    else:
        assert page.title


@settings(max_examples=examples(60), deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", ""]))
def test_any_bytes_are_read_or_refused_with_a_reason(data, name):
    try:
        read_source(data, name=name)
    except LegacyPageError as error:
        assert str(error)


markup = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<h1>",
                "</h1>",
                "<ul><li>",
                "</ul>",
                "<table><tr><td>",
                "</td><td>",
                "</table>",
                "<p>",
                "<br>",
                "<main>",
                "</div>",
            ]
        ),
        st.sampled_from(PIECES),
        st.text(max_size=15),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=examples(100), deadline=None)
@given(markup)
def test_any_markup_is_read_or_refused_with_a_reason(source):
    try:
        read_html(source)
    except LegacyPageError as error:
        assert str(error)


@pytest.mark.parametrize("filling", ["a", "ord ", "1 ", "Ab ", "1/2 ", "a:", "Ab\t", " ", "\t", "(", "<"], ids=repr)
def test_one_endless_line_is_read_at_once(filling):
    def source(length):
        return "Förskolegruppen\n\nSyfte\n\n" + filling * (length // len(filling))

    def checked(text):
        check_placements(read_page(text), text)

    assert in_proportion(cost_of(checked, source), 400_000)


def cost_of(read, source):
    """``cost(size)`` of reading a source of that size, whether or not it is a page."""

    def read_or_refuse(text):
        with contextlib.suppress(LegacyPageError):
            read(text)

    def cost(size):
        text = source(size)
        return cpu(lambda: read_or_refuse(text))

    return cost


def test_twice_the_lines_take_at_most_two_and_a_half_times_the_cpu():
    def source(count):
        rows = "".join(f"Asta Björkmo\n\nAle\n\n{number % 28 + 1} mars\nText om saker.\n\n" for number in range(count))
        return f"Förskolegruppen\n\nSyfte\n\nAtt mötas.\n\nDeltagare\n\n{rows}"

    assert in_proportion(cost_of(read_page, source), 800)


@pytest.mark.parametrize("piece", ['<a href="', "<a href='x ", "<!--", "<![CDATA[", "</b>", "<form><p>"])
def test_twice_the_broken_markup_takes_at_most_two_and_a_half_times_as_long(piece):
    def source(length):
        return f"<h1>Förskolegruppen</h1><p>Gruppen ska mötas.</p>{piece * (length // len(piece))}"

    assert in_proportion(cost_of(read_html, source), 60_000)


def test_more_than_a_page_can_hold_is_refused_in_words():
    with pytest.raises(UnreadablePage, match="för stor för att vara en sida"):
        read_html("<h1>Förskolegruppen</h1>" + '<a href="' * 30_000)
    with pytest.raises(UnreadablePage, match="för många rader"):
        read_html("<h1>Förskolegruppen</h1>" + "<div>x" * 6_000)


def test_a_character_with_a_number_without_end_is_none():
    number = f"&#{'1' * 5_000};"
    source = f'<h1>Förskolegruppen</h1><p title="{number}">Syfte</p><h2>Syfte</h2><p>Att mötas{number}.</p>'
    assert "Att mötas" in repr(read_html(source))
