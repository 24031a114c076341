"""Organisations that sit on networks: known ones by name, others by the words such names are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from networks.text.municipalities import ELSEWHERE, GR_MUNICIPALITIES, NEIGHBOURS

OTHERS = (
    "Business Region Göteborg", "Göteborgsregionen", "GR", "Västra Götalandsregionen", "VGR", "Region Halland",
    "Länsstyrelsen", "Länsstyrelsen Västra Götaland", "Länsstyrelsen i Västra Götalands län", "Trafikverket",
    "Västtrafik", "Boverket", "Skolverket", "Arbetsförmedlingen", "Försäkringskassan", "Energikontor Väst",
    "FoU i Väst", "SKR", "Polisen", "Göteborgs universitet", "Chalmers", "Fyrbodals kommunalförbund",
    "Skaraborgs kommunalförbund", "Boråsregionen", "Sjuhärads kommunalförbund", "Gryaab", "Renova",
    "Havs- och vattenmyndigheten",
)  # fmt: skip

_MUNICIPALITIES = {name.casefold(): name for name in (*GR_MUNICIPALITIES, *NEIGHBOURS)}
_ELSEWHERE = {name.casefold(): name for name in ELSEWHERE}
_OTHERS = {name.casefold(): name for name in OTHERS}
_SUFFIX = re.compile(r"\s+(?:kommun|stad|stads förvaltning|kommuns?|stads)$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\s*\([A-ZÅÄÖ]{2,6}\)$|\s+GR$")
_MAKINGS = re.compile(
    r"(?i:\b(?:region|länsstyrelsen?|kommun|stad|kommunalförbund|universitet|högskola|folkhögskola|gymnasium|gymnasiet"
    r"|skolan?|friskola|myndighet|verket|energikontor|institut|museum|stiftelsen?|förening(?:en)?|förbund(?:et)?|fastigheter"
    r"|distrikt|sjukhus|akademin?|stift|forum|räddningstjänst(?:en)?|korset|pensionärer(?:na)?|seniorer(?:na)?"
    r"|församling(?:en)?|kyrkan|landsting(?:et)?|r\.\s?f|rf)\b)"
    r"|\b(?:AB|PRO|SPF|SKPF|RPG|FUB|SRF|HRF|NHR|DHR|LO|TCO|Saco)\b|\b(?i:\w+(?:verket|myndigheten|kontoret|bolaget|förbund(?:et)?|skolan|teknik|centrum|trafik|energi|science"
    r"|gymnasiet|universitetet|högskolan|förvaltningen|regionen|stiftelsen|kassan|förmedlingen|förening(?:en)?|hälsan"
    r"|sällskapet|klubben|kåren|samfundet|församling(?:en)?|kyrkan|distriktet|hushållningssällskapet|kammaren|länken|bevakningen|tjänsten))\b"
)
#: "Folkhälsan i Särsholm", "Hjärtebarn på Tjörn": a name in capitals at a place.
_AT_PLACE = re.compile(r"[A-ZÅÄÖ]\w+(?:[- ]\w+){0,3} (?:i|på) [A-ZÅÄÖ]\w+(?:[- ][A-ZÅÄÖ]\w+)*")
_ALL_OF_THEM = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?:erna|arna)(?: [A-ZÅÄÖ]\w+)?|[a-zåäö]+(?:nämnden|styrelsen)")
_TAIL_WORDS = 5
#: Municipalities of the region and around it whose names are surnames as well.
_SURNAMES = ("Mark",)


@lru_cache(maxsize=2048)
def known_organisation(text: str) -> str:
    """The organisation's usual name, "" if not known: "Göteborgs Stad" -> "Göteborg", "GR" -> "Göteborgsregionen"."""
    name = _ABBREVIATION.sub("", text.strip().strip(".,;:")).casefold()
    if name in _OTHERS:
        return "Göteborgsregionen" if name == "gr" else _OTHERS[name]
    if name in ("göteborgsregionens kommunalförbund", "gr", ""):
        return "Göteborgsregionen" if name else ""
    bare = _SUFFIX.sub("", name)
    if bare == name and text.strip()[:1].islower():
        return ""  # "mark" in "plan och mark"
    for candidate in (bare, bare.removesuffix("s") if bare != name else bare):
        if candidate in _MUNICIPALITIES:
            return _MUNICIPALITIES[candidate]
    return _ELSEWHERE.get(bare, _ELSEWHERE.get(bare.removesuffix("s"), "") if bare != name else "")


def is_municipality(organisation: str) -> bool:
    return organisation.casefold() in _MUNICIPALITIES or organisation.casefold() in _ELSEWHERE


def names_organisation(text: str) -> bool:
    """Known, or made of words that only names of organisations are made of ("Hvitfeldtska gymnasiet", "Ales Hamn")."""
    if len(text) > 80 or not text:
        return False
    of_place = " " in text and bool(known_organisation(f"{text.split()[0]} kommun")) and text.split()[0].endswith("s")
    return bool(known_organisation(text)) or of_place or bool(_MAKINGS.search(text))


def stands_at_place(text: str) -> bool:
    """An unknown name with its place, or the members of an association: "Folkhälsan i Särsholm", "Reumatikerna"."""
    return len(text) <= 80 and bool(_AT_PLACE.fullmatch(text) or _ALL_OF_THEM.fullmatch(text))


def _known_within(text: str) -> str:
    """A known organisation in a longer text, where a surname must not be taken for a municipality."""
    known = known_organisation(text)
    surname = known in ELSEWHERE or known in _SURNAMES
    return "" if surname and text.casefold() == known.casefold() else known


def _goes_on(before: list[str]) -> bool:
    """Whether the next word is the last of several things: "Chef för Plan och Mark"."""
    joined = before[-1].casefold() in ("och", "samt", "&") and len(before) > 1
    return joined and not known_organisation(before[-2].rstrip(","))


def split_tail(text: str) -> tuple[str, str]:
    """``"socialchef Lilla Edets kommun"`` -> ``("socialchef", "Lilla Edet")``; ``(text, "")`` without a known tail."""
    words = text.split()
    for count in range(min(_TAIL_WORDS, len(words) - 1), 0, -1):
        if not _goes_on(words[:-count]) and (known := _known_within(" ".join(words[-count:]))):
            rest = re.sub(r"(?:\s+(?:i|på|vid|för|från|hos)|[\s,–-])+$", "", " ".join(words[:-count]))
            return rest, known
    return text, ""


def split_head(text: str) -> tuple[str, str]:
    """``"Lilla Edet Asta Björkmo"`` -> ``("Asta Björkmo", "Lilla Edet")``; ``(text, "")`` without a known head."""
    words = text.split()
    for count in range(min(_TAIL_WORDS, len(words) - 1), 0, -1):
        head = " ".join(words[:count])
        if (known := _known_within(head)) and (words[count][:1].isupper() or words[count] in "–-:"):
            return " ".join(words[count:]).lstrip("–-: "), known
    return text, ""


def organisations_in(text: str) -> list[str]:
    """The known organisations of "Ale, Alingsås och Göteborg"; none when any part of the text is something else."""
    pieces = [piece.strip(" .•") for piece in re.split(r",|\s(?:och|samt)\s", text)]
    names = [known_organisation(piece) for piece in pieces if piece]
    return names if all(names) else []
