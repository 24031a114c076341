"""Without the names nobody on an old page can be told from what is stored of it."""

from dataclasses import asdict

import pytest

from gr_site.importing.old_pages import read_page
from gr_site.importing.storing import prepare
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES, read_anyhow
from tests.gr_site.importing.scoring import TODAY

CORPORA = [
    path for folder in ("pages", "pages_2") for path in sorted((GIVEN / folder).iterdir()) if path.suffix != ".tsv"
]


def stored_text(page):
    """Everything of the page that an import writes: all but the record of where each line went."""
    reading = prepare(page, today=TODAY)
    values = {name: value for name, value in asdict(reading.page).items() if name != "placements"}
    return repr(values) + repr(reading.groups)


@pytest.mark.parametrize("path", [*CORPORA, *sorted(PAGES.iterdir())], ids=lambda path: path.stem)
def test_no_name_that_was_read_is_stored(path):
    page = read_anyhow(path)
    names = {person.name for person in (*page.members, *page.contacts) if person.name}
    text = stored_text(page)
    assert {name for name in names if name.casefold() in text.casefold()} == set()


@pytest.mark.parametrize(
    "line",
    [
        "Gruppen leds av Asta Björkmo, GR.",
        "Kontakta gärna Asta Björkmo om du har frågor.",
        "Arbetsgruppen består av Asta Björkmo, Ale, och Bo Dalrot, Lerum.",
        "Ordförande är Asta Björkmo från Ale.",
        "Foto: Asta Björkmo",
        "Gruppen leds av Bo Dalrot (Ale) och Asta Björkmo.",
        "Tack till Asta Björkmo, som har varit med länge.",
        "Dokument\n\nRapport av Asta Björkmo 2020",
        "Deltagare\n\nBo Dalrot, Ale\nBjörkmo, Asta",
        "Nästa möte är den 3 oktober 2025 kl. 9-12 hos Asta Björkmo.",
        "Deltagare\n\nBo Dalrot, ersättare för Asta Björkmo",
        "Deltagare\n\nBo Dalrot, Asta Björkmo",
        "Möten 2025\n\n3 mars kl. 9-12\n4 juni kl. 9-12\nAsta Björkmo, förbundsdirektör",
        "Möten 2025\n\n3 mars kl. 9-12\n4 juni kl. 9-12\nLedamöter från Ale: Asta Björkmo och Bo Dalrot",
        "Deltagare\n\nASTA BJÖRKMO, Ale",
        "Deltagare\n\nBo Dalrot, Ale\n\nTelefon: Asta Björkmo, 031-000 00 11",
        "Deltagare\n\nBo Dalrot, Ale\n12345 Cia Enmark, Asta Björkmo, Doris Ek",
        "Deltagare\n\nBo Dalrot, Ale\nSuppleant / rotation: Cia Enmark / Asta Björkmo (2 år)",
        "Deltagare\n\nKommun\tOrdinarie\tErsättare\nAle\tBo Dalrot\tCia Enmark\nAsta Björkmo (M)\tVakant",
        "Deltagare\n\nPorträtt av Asta Björkmo\nBo Dalrot\nPlanchef, Ale",
    ],
)
def test_names_in_running_text_and_beside_others_are_masked(line):
    page = read_page(f"Skolgruppen\n\nSyfte\n\nNätverkets syfte är att mötas.\n\n{line}\n")
    assert "björkmo" not in stored_text(page).casefold()


def test_people_in_cells_of_a_shifted_row_are_no_organisations():
    reading = prepare(
        read_page(
            "Skolgruppen\n\nSyfte\n\nNätverkets syfte är att mötas.\n\nDeltagare\n\nKommun\tOrdinarie\tErsättare\n"
            "Ale\tBo Dalrot\tCia Enmark\nAsta Björkmo (M)\tVakant"
        ),
        today=TODAY,
        with_names=True,
    )
    assert [row.organisation for row in reading.page.members] == ["Ale", "Ale", "", ""]
