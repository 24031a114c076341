"""Words of a row that turn its place, its time or its status are a warning; plain words are not."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _verdicts(text):
    rows = read_dates(text, context="Möten 2027", today=TODAY)
    return {row.verdict for row in rows if row.start_date}


@pytest.mark.parametrize(
    "text",
    [
        "20 maj kl 9-11 Partille, ej Lerum", "20 maj kl 9-11 Partille istället för GR",
        "20 maj kl 9-11 Partille (Ale 10-12)",
        "20 maj kl 9-11 ny lokal: Skutan", "20 maj kl 9-11 Partille är värd",
        "20 maj kl 9-11 Teams (inställt i Partille)",
        "20 maj kl 9-11 i samband med konferensen i Ystad", "20 och 27 maj i Partille resp Lerum",
        "20 maj kl 9 och 3 juni kl 13 i Lerum", "Partille: 20 maj, 3 juni. Lerum: 9 september",
        "20 maj kl 9-11 dialog med Partille, Ale och Lerum", "Torsdag 20 maj kl 9-11 men fredag i Ale",
    ],
)  # fmt: skip
def test_contrary_words_are_doubted(text):
    assert _verdicts(text) == {"warning"}


@pytest.mark.parametrize(
    "text",
    [
        "20 maj kl 9-11, Partille", "20 maj kl 9-11 på Storgatan 7-9", "20 maj kl 9-11, Värd: Partille",
        "20 maj, plats ej bestämd", "AU: 20 maj, 3 juni. Styrelse: 27 maj, 10 juni.", "20 maj i Ale, 3 juni i Lerum",
    ],
)  # fmt: skip
def test_plain_words_are_not(text):
    assert _verdicts(text) == {"ok"}
