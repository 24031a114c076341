"""Where a meeting is: places and ways to meet in the ink that dates and times leave over; the rest is its theme."""

import re
from dataclasses import dataclass

from ..tokens.vocabulary import NUMBERED_THINGS, STREET
from .changes import LINK
from .place_names import (
    PLACEHOLDER,
    PREPOSITION,
    ends_in_town,
    is_local,
    is_place,
    linked_place,
    looks_like_name,
    mentions_town,
    names_site,
    names_town,
    tidy_place,
    whole_mode,
)
from .subjects import is_name, may_be_place, names_subject, sounds_like_place
from .ways_to_meet import IS_MODE, MODE, PHYSICAL, mode_name

_FLAGS = re.IGNORECASE
_NOT_PLACE = re.compile(
    r"(?:samband|stället|första|andra|tema|temat|grund|uppdrag|gång|engelska|svenska\b(?! mässan)|form"
    r"|förmiddagen|eftermiddagen"
    r"|kvällen|dagen|morgonen|veckan|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december|våren|hösten|anslutning|kombination|två|tre|fyra|agendan|dagordningen|mötet|övrigt|fokus)\b",
    _FLAGS,
)
_LABELLED = re.compile(r"(?i:(?:ordinarie )?plats(?:en)?|lokal(?:en)?|möteslokal|adress)\s+(?:är\s+)?(?=[A-ZÅÄÖ0-9])")
_STREET = re.compile(r"([A-ZÅÄÖ][^\W\d_]+(?: [^\W\d_]+){0,2}) \d{1,3}(?: ?[A-Za-z])?(?: ?- ?\d{1,3})?")
_HOST = re.compile(r"((?-i:[A-ZÅÄÖ])[^\W\d_]+) på (?=(?-i:[A-ZÅÄÖ]))")
_GOES_ON = re.compile(  # "Folkhögskolan och ses igen en månad senare"
    rf"\s+och\s+(?=(?-i:[a-zåäö]))(?!(?:i|på|via|hos|vid|{MODE})(?!\w))(?=(?:ses|träffas|möts|har|är|vi|sedan|därefter"
    r"|fortsätter|avslutas|äter|håller|kommer|planerar|en|ett)\s)",
    _FLAGS,
)
_OF_OTHER = re.compile(  # "i samband med konferensen i Ystad"
    r"(?<![^\W\d_])(?:samband med|inför|efter|av|från|om|till|kring)\s+[^\W\d_]+(?:en|et|an)\Z", _FLAGS
)
_DANGLING = re.compile(r"\s*\b(?:och|samt|i|på|via)?\s*$", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:lokal|plats|platsen|lokalen|plats och lokal|tid och plats)\b.*\b(?:meddelas|bestäms|kommer"
    r"|senare|oklar|ej bestämd|återkommer)\b",
    _FLAGS,
)
_HYBRID = re.compile(r"hybrid\w*\s*[:,]\s*(.+)", _FLAGS)
_BESIDE = re.compile(  # what people do beside the meeting, elsewhere
    r"(?:(?:därefter|sedan|efteråt|efter mötet|gemensam|avslutande|möjlighet till|vi äter|inkl(?:usive|\.)?|med)\s+)*"
    r"(?:lunch|mingel|middag|fika|kaffe|frukost|förtäring|parkering|övernattning|boende|buss|after ?work|aw|samling"
    r"|guidning|rundvandring|lunch och \w+|fika och \w+)\s+(?:\w+\s+)?(?:i|på|hos|vid|@)\s",
    _FLAGS,
)
_WITH_MODE = re.compile(rf"(\S+(?: \S+){{0,2}})\s+(?:och|samt|eller|[/+&])\s+(?:via |på )?({MODE})", _FLAGS)
_MEETING_AT = re.compile(
    r"(?:[\w-]*(?:möte|träff|sammanträde|dag|workshop|seminarium|konferens|dialog)|.+(?= @))"
    r"\s+(?:i|på|hos|vid|via|@)\s",
    _FLAGS,
)


@dataclass(frozen=True, slots=True)
class Where:
    """`location` joins several places with " + " (a hybrid meeting); `remarks` are codes."""

    location: str = ""
    theme: str = ""
    remarks: tuple[str, ...] = ()


def find_where(pieces: list[str]) -> Where:
    """The place and the theme among pieces of text, in their order on the line."""
    places: list[str] = []
    themes: list[str] = []
    remarks: list[str] = []
    continues = False
    beside = False
    for piece in pieces:
        if _BESIDE.match(piece.strip()):
            themes.append(piece.strip())
            continues, beside = False, True
            continue
        place, theme, codes = _sort_piece(piece, continues)
        if not place and places and continues and (goes_on := _goes_on(theme, places[-1])) is not None:
            place, theme, codes = [f"\n{theme}"], "", goes_on
        continues = bool(place)
        places += [found for found in place if found not in places]
        remarks += codes
        if theme:
            themes.append(theme)
    if len(places) > 1 and "Hybrid" in places:
        places.remove("Hybrid")
    if (beside and not places) or any(
        may_be_place(theme) or (not places and (mentions_town(theme) or ends_in_town(theme) or names_site(theme)))
        for theme in themes
    ):
        remarks.append("place_or_theme")
    return Where(" + ".join(_merged(places)), ", ".join(themes), tuple(remarks))


def _goes_on(piece: str, place: str) -> tuple[str, ...] | None:
    """Codes if the piece goes on with the address before it: "Biblioteket, Götaplatsen 3", "Byvägen 4, Ed"."""
    street = _STREET.fullmatch(piece)
    if street and street[1].lower() not in NUMBERED_THINGS and not any(map(names_subject, street[1].split())):
        return ("place_or_theme",) if not STREET.search(street[1].lower()) else ()
    if names_town(place.lstrip("\n")) and is_name(piece) and sounds_like_place(piece):  # "Kungsbacka, Fregatten"
        return ("place_or_theme",)
    if _STREET.fullmatch(place.lstrip("\n").rsplit(", ", 1)[-1]) and is_name(piece) and " " not in piece:
        return ("place_or_theme",)
    return None


def _sort_piece(piece: str, continues: bool) -> tuple[list[str], str, tuple[str, ...]]:
    """(places, theme, codes) of one piece. `continues` says that the piece before it was a place."""
    text = re.sub(r"\s+", " ", piece).strip(" \t.,;:!-|/")
    if not text:
        return [], "", ()
    if text.startswith("@"):
        place, codes = tidy_place(text[1:])
        return [place], "", codes
    if _TO_COME.search(text):
        return [], text, ()
    if PLACEHOLDER.search(text):
        places, theme, codes = _sort_piece(_DANGLING.sub("", PLACEHOLDER.sub(" ", text)), continues)
        return places, theme, (*codes, "place_missing")
    if LINK.search(text):
        place, codes = linked_place(text)
        if is_place(place):
            return [place], "", codes
        return [], LINK.sub("", text).strip(" \t.,;:-|()<>"), codes
    if hybrid := _HYBRID.fullmatch(text):
        halves = [half.strip() for half in re.split(r"\s+och\s+|\s*[+/]\s*", hybrid[1])]
        if all(whole_mode(half) or is_place(half) for half in halves):
            return [place for half in halves for place in (whole_mode(half) or [half])], "", ()
        return ["Hybrid"], hybrid[1], ("place_or_theme",)
    both = _WITH_MODE.fullmatch(text)
    if both and both[1][0].isupper() and not whole_mode(both[1]):
        place, codes = tidy_place(both[1])
        sure = is_place(both[1])
        return [place, mode_name(both[2])], "", codes if sure else (*codes, "place_or_theme")
    mode = whole_mode(text)
    if mode or PHYSICAL.fullmatch(text):
        return mode, "", ()
    if "/" in text and all(whole_mode(part) or is_place(part) for part in text.split("/")):
        return [place for part in text.split("/") for place in (whole_mode(part) or [part.strip()])], "", ()
    if (labelled := _LABELLED.match(text)) and not is_local(text):
        place, codes = tidy_place(text[labelled.end() :])
        return [place], "", codes
    preposition = PREPOSITION.match(text)
    if preposition and (found := _after_preposition(text[preposition.end() :])):
        return found
    if _MEETING_AT.match(text) and (inner := _inner_place(text))[0]:
        return inner
    if is_place(text):
        if continues:
            return [f"\n{text}"], "", ()
        place, codes = tidy_place(text)
        return [place], "", codes
    return _inner_place(text)


def _after_preposition(rest: str) -> tuple[list[str], str, tuple[str, ...]] | None:
    """The place behind "i", "på", "hos" or "via", with what follows it as theme; None if it is no place."""
    if not rest or _NOT_PLACE.match(rest):
        return None
    mode = IS_MODE.match(rest)
    if mode and (name := mode_name(mode[1])):
        return _mode_and_more(name, rest[mode.end() :])
    if not looks_like_name(rest):
        return None
    if (
        (host := _HOST.match(rest)) and not sounds_like_place(host[1]) and is_place(rest[host.end() :])
    ):  # "hos Karin på Västra biblioteket"
        rest = rest[host.end() :]
    hybrid = re.match(rf"(.+?)\s+(?:och|eller|samt|/|\+)\s+(?:via |på )?({MODE})\b(.*)", rest, _FLAGS)
    if hybrid:
        place, codes = tidy_place(hybrid[1])
        return [place, mode_name(hybrid[2])], hybrid[3].strip(" ,.-"), codes
    place, theme = _cut_theme(rest)
    tidied, codes = tidy_place(place)
    return [tidied], theme, codes


def _mode_and_more(name: str, rest: str) -> tuple[list[str], str, tuple[str, ...]]:
    """ "Teams och i Kristianstad": a second place after the way to meet."""
    more = re.match(r"\s*(?:och|eller|samt|/|\+|&|,)\s*", rest, _FLAGS)
    if not more:
        return [name], rest.strip(" ,.-:"), ()
    target = rest[more.end() :]
    preposition = PREPOSITION.match(target)
    body = target[preposition.end() :] if preposition else target
    if (preposition or is_place(body)) and looks_like_name(body):
        place, theme = _cut_theme(body)
        tidied, codes = tidy_place(place)
        return [name, tidied], theme, codes
    return [name], rest.strip(" ,.-:"), ()


def _cut_theme(text: str) -> tuple[str, str]:
    """The place and what comes after it: "Kungälv tema budget" gives ("Kungälv", "tema budget")."""
    cut = _GOES_ON.search(text) or re.search(
        r"\s+(?=(?:tema|temat|med|för|om|där|tillsammans|inkl|inklusive|då|vi|samt|med\b|gemensamt|obs"
        r"|fokus|från|efter)\b)",
        text,
        _FLAGS,
    )
    return (text[: cut.start()], text[cut.end() :].strip()) if cut else (text, "")


def _inner_place(text: str) -> tuple[list[str], str, tuple[str, ...]]:
    """A place inside a theme: "extra möte i Stenungsund", "Dialogmöte via Teams", "internat Ystad"."""
    named = re.fullmatch(r"(internat|studiebesök|konferens)\s+(\w.*)", text, _FLAGS)
    if named and is_place(named[2]):
        return [named[2]], named[1], ()
    for inner in re.finditer(r"\s(?:i|på|hos|vid|via|@)\s", text):
        found = _after_preposition(text[inner.end() :])
        known = found and found[0] and (whole_mode(text[inner.end() :]) or any(is_place(place) for place in found[0]))
        if found and known:
            theme = text[: inner.start()].strip(" ,.-:")
            codes = ("place_or_theme",) if _OF_OTHER.search(theme) else ()
            return found[0], ", ".join(part for part in (theme, found[1]) if part), (*found[2], *codes)
    return [], text, ()


def _merged(places: list[str]) -> list[str]:
    """Pieces that go on with the place before them (marked with a line feed) joined to it by a comma."""
    merged: list[str] = []
    for place in places:
        if place.startswith("\n") and merged:
            merged[-1] += f", {place[1:]}"
        elif place.strip():
            merged.append(place.strip())
    return merged
