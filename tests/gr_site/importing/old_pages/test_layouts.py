"""Saved HTML of every make: pages laid out in tables, spanned cells, bold headings, lists of definitions, footers."""

import pytest

from gr_site.importing.old_pages import read_html
from networks.text.start import Start


def seats(page):
    return [(row.name or "vakant" * row.vacant, row.organisation, row.role) for row in page.members]


def lists(page):
    return [block.lines for block in page.meetings]


def network(content):
    """A page of a group with a purpose, with ``content`` below it."""
    return read_html(f"<html><body><h1>Skolgruppen</h1><h2>Syfte</h2><p>Gruppen ska mötas.</p>{content}</body></html>")


ASTA, BO = ("Asta Björkmo", "Ale", ""), ("Bo Dalrot", "Lerum", "")


@pytest.mark.parametrize(
    "menu",
    ["<a href=a>Hem</a><br><a href=b>Projekt</a>", "Startsida<br>Om oss<br>Projekt", "<font size=2>Hem</font>"],
)
@pytest.mark.parametrize(
    "heading", ["<font><b>{}</b></font>", "<font size=5>{}</font>", "<strong>{}</strong>", "<h1>{}</h1>"]
)
def test_a_page_in_one_cell_of_a_table_is_read_line_by_line(menu, heading):
    page = read_html(
        f"<html><body><table><tr><td>{menu}</td><td>{heading.format('Nätverk för vattenplanering')}"
        "<p>Nätverket ska samla planerare.<p><font><b>Deltagare:</b><br>Asta Björkmo, planchef, Ale<br>"
        "Bo Dalrot, Lerum<br></font><p><b>Möten 2003</b><br>5 februari kl 9-12<br>3 april kl 13-16</td></tr></table>"
    )
    assert page.title == "Nätverk för vattenplanering"
    assert seats(page) == [ASTA, BO]
    assert lists(page) == [("5 februari kl 9-12", "3 april kl 13-16")]


def test_a_table_of_data_keeps_its_rows():
    page = network(
        "<h2>Möten 2027</h2><table><tr><td>3 mars</td><td>kl 9-12<br>GR</td></tr>"
        "<tr><td>5 maj</td><td>kl 13-15<br>Ale</td></tr></table>"
    )
    assert [[line.split() for line in block] for block in lists(page)] == [
        [["3", "mars", "kl", "9-12", "GR"], ["5", "maj", "kl", "13-15", "Ale"]]
    ]


def test_bold_names_and_dates_are_no_headings():
    page = network(
        "<p><b>Deltagare</b></p><p><b>Asta Björkmo</b><br>Ale</p><p><b>Bo Dalrot</b><br>Lerum</p>"
        "<p><strong>Möten 2027</strong></p><p><b>3 mars</b><br>kl. 9-12</p><p><b>5 maj</b><br>kl. 9-12</p>"
    )
    assert seats(page) == [ASTA, BO]
    assert lists(page) == [("3 mars", "kl. 9-12", "5 maj", "kl. 9-12")]
    assert page.sections == ()


def test_a_cell_over_several_rows_or_columns_is_each_ones():
    page = network(
        "<h2>Ledamöter</h2><table><tr><th>Kommun</th><th>Ordinarie</th><th>Ersättare</th></tr>"
        "<tr><td rowspan=2>Ale</td><td>Asta Björkmo</td><td>Bo Dalrot</td></tr>"
        "<tr><td>Cia Enmark</td><td>Vakant</td></tr><tr><td>Lerum</td><td colspan=2>Vakant</td></tr></table>"
    )
    assert seats(page) == [
        ASTA, ("Bo Dalrot", "Ale", "ersättare"), ("Cia Enmark", "Ale", ""), ("vakant", "Ale", "ersättare"),
        ("vakant", "Lerum", ""), ("vakant", "Lerum", "ersättare"),
    ]  # fmt: skip


def test_a_time_over_several_rows_is_each_meetings():
    page = network(
        "<h2>Möten 2027</h2><table><tr><td>3 mars</td><td rowspan=2>kl. 9-12</td><td>Ale</td></tr>"
        "<tr><td>5 maj</td><td>Lerum</td></tr></table>"
    )
    assert lists(page) == [("3 mars\tkl. 9-12\tAle", "5 maj\tkl. 9-12\tLerum")]


def test_people_on_lines_of_one_cell_are_a_row_each():
    page = network("<h2>Deltagare</h2><table><tr><td>Ale</td><td>Asta Björkmo (S)<br>Bo Dalrot (M)</td></tr></table>")
    assert seats(page) == [ASTA, ("Bo Dalrot", "Ale", "")]
    assert [row.party for row in page.members] == ["S", "M"]


def test_a_heading_may_name_the_organisation_of_those_below_it():
    page = network(
        "<h2>Ledamöter</h2><h4>Högskolan Väst</h4><ul><li>docent Asta Björkmo (adjungerad)</li></ul>"
        "<h4>RISE</h4><p>fil. dr Bo Dalrot</p><h4>Ale kommun</h4><p>Cia Enmark</p>"
    )
    assert seats(page) == [
        ("Asta Björkmo", "Högskolan Väst", "adjungerad"), ("Bo Dalrot", "RISE", ""), ("Cia Enmark", "Ale", ""),
    ]  # fmt: skip
    assert [row.title for row in page.members] == ["docent", "fil. dr", ""]


def test_terms_and_definitions_are_headings_and_values():
    page = read_html(
        "<html><body><h1>Skolgruppen</h1><dl><dt>Grundat</dt><dd>15 mars 2011</dd><dt>Uppgift</dt>"
        "<dd>Gruppen ska mötas.</dd><dt>Ordförande</dt><dd>Asta Björkmo</dd><dt>Ersättare</dt><dd>Bo Dalrot</dd>"
        "<dt>Adjungerad</dt><dd>Cia Enmark</dd></dl></body></html>"
    )
    assert page.start_text == "15 mars 2011" and page.start != Start()
    assert [(name, role.casefold()) for name, _, role in seats(page)] == [
        ("Asta Björkmo", "ordförande"), ("Bo Dalrot", "ersättare"), ("Cia Enmark", "adjungerad"),
    ]  # fmt: skip


def test_links_side_by_side_are_words_apart_and_styled_letters_are_not():
    page = network("<p><a>Läs</a><a>mer</a> om <b>Ler</b>um.</p><nav><a>Startsida</a><a>Projekt</a></nav>")
    assert page.text_of("purpose").endswith("Läs mer om Lerum.")
    assert page.ignored == ("Startsida Projekt",)


@pytest.mark.parametrize(
    "footer",
    [
        '<div class="footer"><p>Sidansvarig: Bo Dalrot</p><p>Tel: 031-000 00 12</p></div>',
        "<p>Webbredaktör: Bo Dalrot</p><p>Göteborgsregionen, Box 1, 402 22 Göteborg, tel 031-000 00 12</p>",
        "<p>Kommunförbundet Väst<br>Storgatan 1<br>123 45 Särsholm<br>Tel 031-000 00 12<br>Webbmaster: Bo Dalrot</p>",
    ],
)
def test_a_footer_is_no_contact(footer):
    page = network(f"<h2>Kontakt</h2><p>Asta Björkmo, samordnare, 031-000 00 11</p>{footer}")
    assert [(row.name, row.phone) for row in page.contacts] == [("Asta Björkmo", "031-000 00 11")]


def test_texts_of_pictures_are_no_people():
    page = network(
        "<h2>Deltagare</h2><p>Porträtt av Asta Björkmo</p><p>Asta Björkmo</p><p>Näringslivschef, Ale</p>"
        "<p>Bild saknas</p><p>Bo Dalrot</p><p>Planchef, Lerum</p><p>Foto: Cia Enmark</p>"
    )
    assert seats(page) == [ASTA, BO]
    assert {row.group for row in page.members} == {""}
    assert page.ignored == ("Porträtt av Asta Björkmo", "Bild saknas", "Foto: Cia Enmark")


def test_a_bold_label_before_text_is_its_heading():
    page = read_html(
        "<html><body><h1>Skolgruppen</h1><b>Syfte</b> Gruppen ska mötas.<br><b>Deltagare</b> Asta Björkmo (Ale), "
        "Bo Dalrot (Lerum)<br><b>Asta Björkmo</b> leder gruppen.</body></html>"
    )
    assert page.text_of("purpose") == "Gruppen ska mötas."
    assert seats(page)[:2] == [ASTA, BO]


def test_the_header_of_a_table_of_people_opens_their_list():
    page = read_html(
        "<html><body><h1>Skolgruppen</h1><p>Skolgruppen bereder frågor.</p><table>"
        "<tr><td>Namn</td><td>Kommun</td></tr><tr><td>Asta Björkmo</td><td>Ale</td></tr>"
        "<tr><td>Bo Dalrot</td><td>Lerum</td></tr></table></body></html>"
    )
    assert seats(page) == [ASTA, BO]
    assert page.text_of("introduction") == "Skolgruppen bereder frågor."


def test_a_bold_office_heads_the_person_below_it():
    page = network("<p><b>Ordförande:</b><br>Asta Björkmo, Ale</p><p><b>Ledamöter:</b><br>Bo Dalrot, Lerum</p>")
    assert seats(page) == [("Asta Björkmo", "Ale", "Ordförande"), BO]
