"""Headings that can be linked to."""

import re

import pytest

from networks.text.heading_ids import MOST, heading_id, with_ids
from tests.factories import make_network


def linked(html, taken=None):
    return with_ids(html, {} if taken is None else taken, lambda name, text: f"[{name}|{text}]")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Så anmäler du dig", "rubrik-sa-anmaler-du-dig"),
        ("Möten 2026–2027", "rubrik-moten-2026-2027"),
        ("  À la carte! ", "rubrik-a-la-carte"),
        ("会議", "rubrik-1"),
        ("", "rubrik-1"),
        ("x" * 200, "rubrik-" + "x" * 60),
        ('"><script>', "rubrik-script"),
    ],
)
def test_an_id_is_made_of_the_text(text, name):
    assert heading_id(text, {}) == name


def test_the_same_text_gets_a_number():
    taken = {}
    assert [heading_id("Program", taken) for _ in range(3)] == [
        "rubrik-program",
        "rubrik-program-2",
        "rubrik-program-3",
    ]


def test_headings_of_rich_text_get_ids_and_links():
    assert linked("<p>A</p><h3>Dag <b>ett</b> &amp; två</h3><p>B</p>") == (
        '<p>A</p><div class="titled"><h3 id="rubrik-dag-ett-tva">Dag <b>ett</b> &amp; två</h3>'
        "[rubrik-dag-ett-tva|Dag ett & två]</div><p>B</p>"
    )


@pytest.mark.parametrize("html", ["<p>Ingen</p>", "<h3></h3>", '<h3 id="egen">Rubrik</h3>', "<header>x</header>"])
def test_what_needs_no_id_stays_as_it_is(html):
    assert linked(html) == html


@pytest.mark.django_db
def test_a_page_has_each_id_once_and_links_to_them(site, client):
    network = make_network(
        purpose="<p>Utbyta erfarenheter.</p>",
        contact_email="natverk@example.org",
        body=[
            ("heading", "Program & tider"),
            ("paragraph", "<h3>Dag ett</h3><p>A</p><h3>Dag ett</h3>"),
            ("heading", "Program & tider"),
            ("heading", "Syfte"),
        ],
    )
    html = client.get(network.url).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    links = re.findall(r'<a class="to-heading" href="#([^"]+)" aria-label="([^"]+)">', html)
    assert links == [
        ("syfte", "Länk till rubriken Syfte och uppdrag"),
        ("moten", "Länk till rubriken Möten"),
        ("rubrik-program-tider", "Länk till rubriken Program &amp; tider"),
        ("rubrik-dag-ett", "Länk till rubriken Dag ett"),
        ("rubrik-dag-ett-2", "Länk till rubriken Dag ett"),
        ("rubrik-program-tider-2", "Länk till rubriken Program &amp; tider"),
        ("rubrik-syfte", "Länk till rubriken Syfte"),
        ("kontakt", "Länk till rubriken Kontakt"),
    ]
    assert {name for name, _ in links} <= set(ids)
    english = client.get(f"/en{network.url}").content.decode()
    assert 'aria-label="Link to the heading' in english


def test_of_headings_without_end_so_many_can_be_linked_to():
    html = "".join(f"<h3>Rubrik {number}</h3>" for number in range(MOST + 100))
    found = with_ids(html, {}, lambda name, text: "*")
    assert (found.count("*"), found.count(' id="'), found.count("<h3")) == (MOST, MOST, MOST + 100)
    assert found.endswith(f"<h3>Rubrik {MOST + 99}</h3>")
