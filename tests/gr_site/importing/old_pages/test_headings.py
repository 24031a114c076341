"""Headings by what they mean, in spellings of many makes."""

import pytest

from gr_site.importing.old_pages.headings import Meaning, read_heading
from gr_site.importing.old_pages.lines import text_lines

MEANINGS = {
    Meaning.PURPOSE: (
        "Syfte / uppdrag:", "Syfte och uppdrag", "SYFTE", "Nätverkets syfte/uppdrag är att;", "Nätverket ska:", "Mål",
        "Nätverkets syfte och uppgift är att:", "Vår uppgift", "Beredningsgruppens uppdrag", "Uppdrag och mål",
        "Syftet med nätverket är att", "Gruppens roll", "Vi ska:", "Nätverkets ändamål", "Målsättning:",
    ),
    Meaning.MANDATE: ("Mandat och organisation", "Mandat", "Organisation", "Ansvar och befogenheter"),
    Meaning.VISION: ("Vision", "Nätverkets vision:", "Utbildningsgruppens vision"),
    Meaning.PRINCIPLES: ("Utbildningsgruppens utgångspunkter", "Utgångspunkter"),
    Meaning.MEMBERS: (
        "Deltagare", "Ledamöter 2024", "Medlemmar i arbetsgruppen", "Representanter", "Nätverkets sammansättning",
        "Övriga deltagare", "Vilka ingår i nätverket?", "Ersättare", "Deltagarlista", "Arbetsutskott",
    ),
    Meaning.MUNICIPALITIES: ("Deltagande kommuner", "Medlemskommuner", "Kommuner som deltar i nätverket"),
    Meaning.PRESIDIUM: ("Presidium", "Ordförande", "Ordförande och sekreterare", "Styrgruppens presidium"),
    Meaning.CONTACT: (
        "Kontakt", "Kontaktperson på GR", "Kontaktpersoner på Göteborgsregionen", "Kontakta oss", "Har du frågor?",
        "Kontakta gärna:", "Kontaktuppgifter", "Sammankallande",
    ),
    Meaning.MEETINGS: (
        "Mötesdagar 2020", "Mötesdagar våren 2020", "Mötesdagar 2018:", "Mötestider hösten 2023", "Möten 2025",
        "Datum", "Träffar", "Preliminära mötestider 2024", "Styrgruppens mötesdatum 2021",
        "Styrgruppens sammanträdestider 2020",
        "Förbundsstyrelsens mötesdagar 2019", "Kommande möte", "Föregående möte", "Nätverksträffar våren 2026",
        "När träffas vi?", "Mötesschema", "Sammanträden", "Tid och plats", "Årets möten", "Planerade träffar HT 2024",
        "Mötestider för Utskottet för regional utveckling 2025",
    ),
    Meaning.DOCUMENTS: (
        "Dokument", "Anteckningar", "Minnesanteckningar", "Mötesanteckningar 2023", "Protokoll", "Årsrapport",
        "Protokoll och handlingar", "Dokument från nätverket", "Justering av protokoll från senaste sammanträdet",
    ),
    Meaning.SECTION: (
        "Arbetsformer", "Specifika uppdrag", "Fokus 2022", "Verksamhetsinriktningar", "Bakgrund", "Mötesfrekvens",
        "Representation", "Kostnader", "Dokumentation, kommunikation och förankring", "Prioriterade frågor",
    ),
    Meaning.INTRODUCTION: ("Om nätverket", "Beskrivning"),
}  # fmt: skip
NO_HEADINGS = (
    "Nätverket träffas två gånger per år och organiseras inom GR.",
    "7 februari kl. 08.30-11.30",
    "Torsdag 12 april (preliminärantagning)",
    "24 februari extra möte kl 8-9",
    "Asta Björkmo, ordförande",
    "Anteckningar från nätverkets möten läggs inte ut på Internet",
    "Mötestider meddelas senare.",
    "• Deltagare",
    "Processledare LGS och politiskt samråd",
    "Protokollet är justerat, se anslagtavlan",
    "GR:s processer och dialog",
    "09:00 Möte",
    "Göteborg",
)


def heading_of(text, **options):
    return read_heading(text_lines(text)[0], **options)


@pytest.mark.parametrize(
    ("meaning", "text"), [(meaning, text) for meaning, texts in MEANINGS.items() for text in texts]
)
def test_a_heading_is_known_by_what_it_means(meaning, text):
    assert heading_of(text).meaning is meaning


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_line_that_merely_uses_the_words_is_no_heading(text):
    assert heading_of(text) is None


@pytest.mark.parametrize(
    ("text", "meaning", "value"),
    [
        ("Startdatum:  2013-01-01", Meaning.START, "2013-01-01"),
        ("Kontaktperson på GR: Pim Rosvik", Meaning.CONTACT, "Pim Rosvik"),
        ("Syfte: Att byta idéer.", Meaning.PURPOSE, "Att byta idéer."),
        ("Nästa möte: 3 oktober", Meaning.MEETINGS, "3 oktober"),
        ("Senast uppdaterad: 2020-06-09", Meaning.UPDATED, "2020-06-09"),
        ("Uppdaterad 2025-01-09", Meaning.UPDATED, "2025-01-09"),
        ("Publicerad 2015-03-12, Uppdaterad 2021-11-18", Meaning.UPDATED, "2015-03-12, Uppdaterad 2021-11-18"),
        ("Senast uppdaterad:", Meaning.UPDATED, ""),
        ("Ordförande: Asta Björkmo, Ale", Meaning.PRESIDIUM, "Asta Björkmo, Ale"),
    ],
)
def test_a_value_may_stand_after_the_colon(text, meaning, value):
    heading = heading_of(text)
    assert (heading.meaning, heading.value) == (meaning, value)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Utbildningsgruppens vision", "Utbildningsgruppen"),
        ("GR:s vision", "GR"),
        ("Nätverkets vision", ""),
        ("Vision", ""),
    ],
)
def test_the_owner_stands_in_the_genitive(text, owner):
    assert heading_of(text).owner == owner


@pytest.mark.parametrize("text", ["Ordförande", "Kommun/organisation", "Sekreterare för Lärandegruppen", "Namn"])
def test_cells_among_people_are_no_headings(text):
    assert heading_of(text, in_people=True) is None
