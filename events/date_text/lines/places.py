"""Where a meeting is: places and ways to meet in the ink that dates and times leave over; the rest is its theme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..tokens.vocabulary import NUMBERED_THINGS, STREET
from .place_doubts import place_words
from .place_names import LOCATIVE, ends_in_town, mentions_town, names_site, names_town, whole_mode
from .place_pieces import sort_piece
from .subjects import is_name, may_be_place, names_subject, sounds_like_place

_FLAGS = re.IGNORECASE
STREET_ADDRESS = re.compile(
    r"([A-ZÅÄÖ][^\W\d_]+(?: [^\W\d_]+){0,2}) \d{1,3}(?: ?[A-Za-z])?(?: ?- ?\d{1,3})?(?: i [A-ZÅÄÖ]\w+)?"
)
_BESIDE = re.compile(  # what people do beside the meeting, elsewhere
    r"(?:(?:därefter|sedan|efteråt|efter mötet|gemensam|avslutande|möjlighet till|vi äter|inkl(?:usive|\.)?|med)\s+)*"
    r"(?:lunch|mingel|middag|fika|kaffe|frukost|förtäring|parkering|övernattning|boende|buss|after ?work|aw"
    r"|guidning|rundvandring|lunch och \w+|fika och \w+)\s+(?:\w+\s+)?(?:i|på|hos|vid|@)\s",
    _FLAGS,
)
_HOUSE_LAST = re.compile(rf"(?:\A|.*?\s)(?:{LOCATIVE}\s+)(?=(?-i:[A-ZÅÄÖ]))|\A", _FLAGS)
_SIGNS = " .,;:()-"
_SENTENCES = re.compile(r"[.!?]\s")
_LED_AWAY = re.compile(rf"(?:\A|\s)(?:{LOCATIVE})\W*\Z", _FLAGS)  # "Vrensa i", whose place has been cut off
_GENERAL = ("Digitalt", "Distans", "Online")


@dataclass(frozen=True, slots=True)
class Where:
    """`location` joins a place and a way to meet with " + "; `remarks` are codes, `unplaced` words of a place left."""

    location: str = ""
    theme: str = ""
    remarks: tuple[str, ...] = ()
    unplaced: str = ""


@dataclass(slots=True)
class _Found:
    """What the pieces have given so far; places that go on with the one before them begin with a line feed."""

    places: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    continues: bool = False  # the piece before was a place
    themed: bool = False  # or words
    beside: list[str] = field(default_factory=list)  # what people do before or after the meeting


def find_where(pieces: list[str]) -> Where:
    """The place and the theme among pieces of text, in their order on the line."""
    found = _Found()
    for piece in pieces:
        _take(found, piece)
    places = _without_general(found.places)
    merged, doubt = _joined(_merged(places))
    if doubt or (found.beside and not places) or _doubtful(found.themes, bool(places)):
        found.remarks.append("place_or_theme")
    location = " + ".join(merged)
    themes = [theme for theme in found.themes if theme not in found.beside]
    unplaced = "" if "place_or_theme" in found.remarks else place_words(themes, location)
    return Where(location, ", ".join(found.themes), tuple(found.remarks), unplaced)


def _take(found: _Found, piece: str) -> None:
    """Sorts one piece into the places and the themes."""
    if _BESIDE.match(piece.strip()):
        found.themes.append(piece.strip())
        found.beside.append(piece.strip())
        found.continues, found.themed = False, False
        return
    place, theme, codes = sort_piece(piece, found.continues)
    if not place and found.places and found.continues:
        goes_on = _goes_on(theme, found.places[-1])
        if goes_on is not None:
            place, theme, codes = [f"\n{theme}"], "", goes_on
    if place and found.beside and not found.places:  # "lunch på Kajutan, Strandvägen 4"
        codes = (*codes, "place_or_theme")
    if place and found.themed and not theme and (house := _house_before(found.themes[-1], place[0])):
        found.themes[-1] = found.themes[-1][: -len(house)].rstrip()
        place, codes = [f"{house}, {place[0]}", *place[1:]], (*codes, "place_or_theme")
    found.continues, found.themed = bool(place), bool(theme)
    found.places += [one for one in place if one not in found.places]
    found.remarks += codes
    if theme:
        found.themes.append(theme)


def _house_before(theme: str, place: str) -> str:
    """The name of the house that ends the words before its address: "på Gröna Lyktan" before "Storgatan 41"."""
    if not STREET_ADDRESS.fullmatch(place):
        return ""
    house = theme[led.end() :] if (led := _HOUSE_LAST.match(theme)) else ""
    return house if may_be_place(house) else ""


def _without_general(places: list[str]) -> list[str]:
    """The places without "Hybrid" beside another, and without "Digitalt" beside the name of the service."""
    if len(places) > 1 and "Hybrid" in places:
        places = [place for place in places if place != "Hybrid"]
    named = [place for place in places if place not in _GENERAL and whole_mode(place) == [place]]
    return [place for place in places if place not in _GENERAL] if named else places


def _joined(places: Sequence[str]) -> tuple[list[str], bool]:
    """The places, and whether a person has to look: of two houses, and a house apart from its town."""
    rooms = [place for place in places if not whole_mode(place)]
    if len(rooms) < 2:
        return list(places), False
    town = next((place for place in rooms if names_town(place)), "")
    if len(rooms) == len(places) == 2 and town and not all(map(names_town, rooms)):
        house = next(place for place in rooms if place != town)
        return [f"{house}, {town}"], True
    return list(places), True


def _doubtful(themes: Sequence[str], placed: bool) -> bool:
    """Whether words that were taken for a theme may be a place as well."""
    return any(
        any(may_be_place(sentence.strip(_SIGNS)) for sentence in _SENTENCES.split(theme))
        or _LED_AWAY.search(theme)
        or (not placed and (mentions_town(theme) or ends_in_town(theme) or names_site(theme)))
        for theme in themes
    )


def _goes_on(piece: str, place: str) -> tuple[str, ...] | None:
    """Codes if the piece goes on with the address before it: "Biblioteket, Götaplatsen 3", "Byvägen 4, Ed"."""
    street = STREET_ADDRESS.fullmatch(piece)
    if street and street[1].lower() not in NUMBERED_THINGS and not any(map(names_subject, street[1].split())):
        return ("place_or_theme",) if not STREET.search(street[1].lower()) else ()
    if names_town(place.lstrip("\n")) and is_name(piece) and sounds_like_place(piece):  # "Kungsbacka, Fregatten"
        return ("place_or_theme",)
    if STREET_ADDRESS.fullmatch(place.lstrip("\n").rsplit(", ", 1)[-1]) and is_name(piece) and " " not in piece:
        return ("place_or_theme",)
    return None


def _merged(places: list[str]) -> list[str]:
    """Pieces that go on with the place before them (marked with a line feed) joined to it by a comma."""
    merged: list[str] = []
    for place in places:
        if place.startswith("\n") and merged:
            merged[-1] += f", {place[1:]}"
        elif place.strip():
            merged.append(place.strip())
    return merged
