"""A meeting's words where it stands alone, among a person's other appointments."""

from datetime import date, time

import pytest

from events.meeting_text.calendar_text import LONGEST_LOCATION, description, listing, location, summary, way_in

LINK = "https://example.org/motesrum"

FORSKOLA = ["Förskolenätverket"]


@pytest.mark.parametrize(
    ("owners", "title", "theme", "expected"),
    [
        (FORSKOLA, "Möten", "Digitala verktyg", "Förskolenätverket: Digitala verktyg"),
        (FORSKOLA, "Möten", "", "Förskolenätverket: möte"),
        (FORSKOLA, "Möten 2020", "", "Förskolenätverket: möte"),
        (FORSKOLA, "Mötesdagar 2023–2024", "", "Förskolenätverket: möte"),
        (FORSKOLA, "Förskolenätverkets möten", "", "Förskolenätverket: möte"),
        (FORSKOLA, "Förskolenätverket", "", "Förskolenätverket: möte"),
        (FORSKOLA, "Förskolenätverket – arbetsutskottet", "", "Förskolenätverket: arbetsutskottet"),
        (FORSKOLA, "Studiedag 2020", "", "Förskolenätverket: Studiedag 2020"),
        (FORSKOLA, "Möten", "Förskolenätverket besöker Tjörn", "Förskolenätverket besöker Tjörn"),
        (["A", "B"], "Gemensam dag", "", "A och B: Gemensam dag"),
        (["A", "B", "C"], "Möten", "Skola", "A, B och C: Skola"),
        ([], "GR-dagen", "", "GR-dagen"),
        ([], "GR-dagen", "Klimat", "GR-dagen: Klimat"),
        ([], "GR-dagen om klimat", "Klimat", "GR-dagen om klimat"),
    ],
)
def test_summary(owners, title, theme, expected):
    assert summary(owners, title, theme) == expected
    assert summary(owners, title, theme, cancelled=True) == f"Inställt: {expected}"
    assert summary(owners, title, theme, tentative=True) == f"Preliminärt: {expected}"


@pytest.mark.parametrize(
    ("place", "meeting_format", "expected"),
    [
        ("Stadshuset, Mölndal", "on_site", "Stadshuset, Mölndal"),
        ("", "on_site", ""),
        ("", "online", "Digitalt"),
        ("Teams", "online", "Digitalt (Teams)"),
        ("Digitalt via Teams", "online", "Digitalt via Teams"),
        ("Stadshuset", "hybrid", "Stadshuset och digitalt"),
        ("", "hybrid", "På plats och digitalt"),
    ],
)
def test_location(place, meeting_format, expected):
    assert location(place, meeting_format) == expected
    assert way_in(place, meeting_format, "") == expected


@pytest.mark.parametrize(
    ("place", "meeting_format", "link", "expected"),
    [
        ("", "online", LINK, LINK),
        ("", "hybrid", LINK, f"På plats och digitalt: {LINK}"),
        ("Teams", "online", LINK, "Digitalt (Teams)"),
        ("Stadshuset", "hybrid", LINK, "Stadshuset och digitalt"),
        ("", "on_site", LINK, ""),
        ("", "online", "javascript:alert(1)", "Digitalt"),
        ("", "online", f"{LINK}/{'x' * LONGEST_LOCATION}", "Digitalt"),
    ],
)
def test_link_stands_where_there_is_no_place(place, meeting_format, link, expected):
    assert way_in(place, meeting_format, link) == expected


def test_listing_of_nobody_is_empty():
    assert listing([]) == ""


def test_description_begins_with_what_is_urgent_and_ends_with_links():
    text = description(
        status="CANCELLED",
        moved_from=date(2020, 2, 7),
        time_to_come=True,
        note="Sjukdom.",
        text="Vi ses fyra gånger om året.\n",
        links=[("Dagordning", "https://example.org/dagordning"), ("Möteslänk", "javascript:alert(1)"), ("Mer", "")],
    )
    assert text == (
        "Mötet är inställt.\nFlyttat från fredag 7 februari 2020.\nTid meddelas senare.\nSjukdom.\n\n"
        "Vi ses fyra gånger om året.\n\n"
        "Dagordning: https://example.org/dagordning"
    )


def test_description_of_a_plain_meeting_is_empty():
    assert description(status="CONFIRMED", moved_from=None, time_to_come=False, note="", text="", links=[]) == ""


def test_open_end_is_said():
    text = description(
        status="CONFIRMED", moved_from=None, time_to_come=False, open_from=time(9), note="", text="", links=[]
    )
    assert text == "Börjar kl.\xa009.00, sluttid ej angiven."


def test_preliminary_date_says_so():
    text = description(status="TENTATIVE", moved_from=None, time_to_come=False, note="", text="", links=[])
    assert text == "Datumet är preliminärt."
