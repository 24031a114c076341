"""Where a meeting is: places and ways to meet in the ink that dates and times leave over; the rest is its theme."""

import re
from dataclasses import dataclass

from .changes import LINK
from .ways_to_meet import IS_MODE, MODE, PHYSICAL, capital, mode_name

_FLAGS = re.IGNORECASE
_TOWNS = (
    "Ale Alingsås Göteborg Härryda Kungsbacka Kungälv Lerum Partille Mölndal Stenungsund Tjörn Öckerö Lilla Edet "
    "Orust Uddevalla Trollhättan Vänersborg Borås Skövde Lidköping Mariestad Falköping Strömstad Lysekil Munkedal "
    "Sotenäs Tanum Mark Svenljunga Ulricehamn Herrljunga Vårgårda Bollebygd Varberg Falkenberg Halmstad Stockholm "
    "Malmö Lund Kristianstad Växjö Jönköping Linköping Norrköping Örebro Västerås Uppsala Helsingborg Karlstad "
    "Skellefteå Umeå Luleå Sundsvall Gävle Eskilstuna Kalmar Visby Almedalen Landvetter Mölnlycke Angered Hisingen "
    "Lindholmen Marstrand Ystad Båstad Tylösand Ängelholm Landskrona Trelleborg Höganäs Eslöv Hässleholm Karlshamn "
    "Karlskrona Ronneby Nässjö Eksjö Vetlanda Värnamo Nyköping Katrineholm Motala Mjölby Karlskoga Arvika "
    "Östersund Härnösand Örnsköldsvik Kiruna Piteå Boden Smögen Åre Falun Borlänge "
    "Nödinge Surte Kållered Lindome Nol Älvängen Sävedalen Gråbo Floda Torslanda Frölunda"
)
_TOWN = re.compile(
    rf"\b(?:Lilla Edet|{'|'.join(name for name in _TOWNS.split() if name not in ('Lilla', 'Edet'))})s?\b"
)
_SITE_WORD = re.compile(
    r"\b(?:[\w-]*(?:salen|rummet|huset|gatan|vägen|torget|gränden|kajen|parken|biblioteket|museet|mässan"
    r"|gården|kontoret|hemmet|sal"
    r"|lokalen|lokaler|lokalerna|stadshus|kommunhus|kommunalhus|stadshuset|rådhuset|hotell|hotellet|center|centrum"
    r"|restaurang|kulturhus|slott|arena|gatan \d+\w?|vägen \d+\w?|församlingshem|bygdegård|kyrkan|teater|teatern"
    r"|byggnaden|terminalen|hallen|gymnasium|gymnasiet"
    r"|folkhögskolan?|campus|kansliet|kansli)|sal|salar|rum|lokal|hus|hotel|hotell|väg|gata|torg"
    r"|park|aula|aulan|kommun|stad|"
    r"city hall|town hall|library|high school|community center|community centre|"
    r"konferensrum|konferenscenter|universitet|högskola|plan|våning|vån|GR|GR:s|GR-huset|Göteborgsregionen|folkets)\b",
    _FLAGS,
)
_PREPOSITION = re.compile(
    r"(?:(?:ute|inne|hemma|plats|möten?|mötena|alltid|träff(?:ar)?|hålls|är|sker|träffas|ses|vi ses|vi träffas"
    r"|och)\s+)*"
    r"(?:(?:i|på|hos|vid|via|at|in|flyttas till|flyttat till|flyttad till)\s+|@\s*)(?:the\s+)?"
    r"(?:plats\s+(?:i|på|hos)\s+)?",
    _FLAGS,
)
_NOT_PLACE = re.compile(
    r"(?:samband|stället|första|andra|tema|temat|grund|uppdrag|gång|engelska|svenska\b(?! mässan)|form"
    r"|förmiddagen|eftermiddagen"
    r"|kvällen|dagen|morgonen|veckan|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december|våren|hösten|anslutning|kombination|två|tre|fyra|agendan|dagordningen|mötet|övrigt|fokus)\b",
    _FLAGS,
)
_PLACEHOLDER = re.compile(r"\b(?:i |på )?(?:x{2,}|\?{2,}|\.{3,}|_{2,}|NN|tbd|tba)(?!\w)", _FLAGS)
_LABELLED = re.compile(r"(?i:(?:ordinarie )?plats(?:en)?|lokal(?:en)?|möteslokal|adress)\s+(?:är\s+)?(?=[A-ZÅÄÖ0-9])")
_DANGLING = re.compile(r"\s*\b(?:och|samt|i|på|via)?\s*$", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:lokal|plats|platsen|lokalen|plats och lokal|tid och plats)\b.*\b(?:meddelas|bestäms|kommer"
    r"|senare|oklar|ej bestämd|återkommer)\b",
    _FLAGS,
)
_GLUED_NAME = re.compile(r"(?<=[a-zåäö]{2})(?=[A-ZÅÄÖ][a-zåäö]{2})")
_HYBRID = re.compile(r"hybrid\w*\s*[:,]\s*(.+)", _FLAGS)
_COMES_LATER = re.compile(
    r"(?:meddelas|kommer|bestäms|återkommer|oklar|ej (?:klar|bestäm)|inte (?:klar|bestäm)|senare)", _FLAGS
)
_BESIDE = re.compile(  # what people do beside the meeting, elsewhere
    r"(?:(?:därefter|sedan|efteråt|efter mötet|gemensam|avslutande|möjlighet till|vi äter|inkl(?:usive|\.)?|med)\s+)*"
    r"(?:lunch|mingel|middag|fika|kaffe|frukost|förtäring|parkering|övernattning|boende|buss|after ?work|aw|samling"
    r"|guidning|rundvandring|lunch och \w+|fika och \w+)\s+(?:\w+\s+)?(?:i|på|hos|vid|@)\s",
    _FLAGS,
)
_PROPER_NAME = re.compile(
    r"[A-ZÅÄÖ][\w'’-]+(?:\s+[A-ZÅÄÖ][\w'’-]+){1,3}"
    r"|(?!(?i:[a-zåäö]*(?:budget|styrelsen|presidiet|utskottet|nämnden|gruppen|rådet|mötet|träffen|sammanträdet|nätverket"
    r"|dagen|teamet|kansliet)(?!\w)))[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|an)"
)
_MEETING_FIRST = re.compile(r"(?:(?:extra|[\w-]*möte|[\w-]*träff|heldag|halvdag|meddelas senare)\s+)+", _FLAGS)
_WITH_MODE = re.compile(rf"(\S+(?: \S+){{0,2}})\s+(?:och|samt|eller|[/+&])\s+(?:via |på )?({MODE})", _FLAGS)
_MEETING_AT = re.compile(
    r"(?:[\w-]*(?:möte|träff|sammanträde|dag|workshop|seminarium|konferens|dialog)|.+(?= @))"
    r"\s+(?:i|på|hos|vid|via|@)\s",
    _FLAGS,
)
_TRAILING_WORD = re.compile(r"(?:\s+(?:och|samt|eller|i|på|vid|hos|via|med|kl|the))+$", _FLAGS)
_GLUED_BRACKET = re.compile(r"(?<=[^\s(])\(")
_SMALL = frozenset(
    [
        "i",
        "på",
        "och",
        "plan",
        "våning",
        "vån",
        "hos",
        "vid",
        "sal",
        "salen",
        "lokal",
        "lokalen",
        "rum",
        "rummet",
        "nr",
        "tr",
        "via",
        "kommun",
        "stad",
        "av",
        "intill",
        "bredvid",
    ]
)


@dataclass(frozen=True, slots=True)
class Where:
    """`location` joins several places with " + " (a hybrid meeting); `remarks` are codes."""

    location: str = ""
    theme: str = ""
    remarks: tuple[str, ...] = ()


def tidy_place(text: str) -> tuple[str, tuple[str, ...]]:
    """A place that follows a label: trimmed, with the spaces that were lost. The codes say what was mended."""
    value = _TRAILING_WORD.sub("", re.sub(r"\s+", " ", text).strip(" \t.,;:-|"))
    if LINK.search(value):
        return _linked(value)
    if _COMES_LATER.match(value):
        return "", ()
    if not value or _PLACEHOLDER.fullmatch(value):
        return "", ("place_missing",) if value else ()
    if value.startswith("(") and value.endswith(")") and value.count("(") == 1:
        value = value[1:-1].strip()
    if value.count("(") != value.count(")"):
        value = re.sub(r"\s*[()]\s*", ", ", value).strip(" ,")
    spaced = _GLUED_BRACKET.sub(" (", value)
    mended = _GLUED_NAME.sub(", ", spaced)
    return capital(mended), ("glued",) if mended != spaced else ()


def _linked(value: str) -> tuple[str, tuple[str, ...]]:
    """The place without its address on the web, which is at most a way to meet: "https://teams.…" gives "Teams"."""
    rest = LINK.sub("", value).strip(" \t.,;:-|()<>")
    known = next((name for name in ("Teams", "Zoom") if name.lower() in value.lower()), "")
    return (tidy_place(rest)[0] if re.search(r"[^\W\d_]{2}", rest) else known), ("link",)


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
        continues = bool(place)
        places += [found for found in place if found not in places]
        remarks += codes
        if theme:
            themes.append(theme)
    if len(places) > 1 and "Hybrid" in places:
        places.remove("Hybrid")
    if not places and (beside or any(_PROPER_NAME.fullmatch(_MEETING_FIRST.sub("", theme, 1)) for theme in themes)):
        remarks.append("place_or_theme")
    return Where(" + ".join(_merged(places)), ", ".join(themes), tuple(remarks))


def is_place(text: str) -> bool:
    """Whether a piece of text without preposition or label is a place by its words."""
    words = re.findall(r"[\w:-]+", text)
    if not 0 < len(words) <= 9 or re.search(r"[^\W\d_]:\s", text):
        return False
    if _whole_mode(text):
        return True
    if len(words) == 1 and words[0].lower() in _SMALL:
        return False
    if not (_SITE_WORD.search(text) or _TOWN.search(text)):
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL or _SITE_WORD.fullmatch(word)
        for word in words
    )


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
    if _PLACEHOLDER.search(text):
        places, theme, codes = _sort_piece(_DANGLING.sub("", _PLACEHOLDER.sub(" ", text)), continues)
        return places, theme, (*codes, "place_missing")
    if LINK.search(text):
        place, codes = _linked(text)
        if is_place(place):
            return [place], "", codes
        return [], LINK.sub("", text).strip(" \t.,;:-|()<>"), codes
    if hybrid := _HYBRID.fullmatch(text):
        halves = [half.strip() for half in re.split(r"\s+och\s+|\s*[+/]\s*", hybrid[1])]
        if all(_whole_mode(half) or is_place(half) for half in halves):
            return [place for half in halves for place in (_whole_mode(half) or [half])], "", ()
        return ["Hybrid"], hybrid[1], ("place_or_theme",)
    both = _WITH_MODE.fullmatch(text)
    if both and both[1][0].isupper() and not _whole_mode(both[1]):
        place, codes = tidy_place(both[1])
        sure = is_place(both[1])
        return [place, mode_name(both[2])], "", codes if sure else (*codes, "place_or_theme")
    mode = _whole_mode(text)
    if mode or PHYSICAL.fullmatch(text):
        return mode, "", ()
    if "/" in text and all(_whole_mode(part) or is_place(part) for part in text.split("/")):
        return [place for part in text.split("/") for place in (_whole_mode(part) or [part.strip()])], "", ()
    if labelled := _LABELLED.match(text):
        place, codes = tidy_place(text[labelled.end() :])
        return [place], "", codes
    preposition = _PREPOSITION.match(text)
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


def _whole_mode(text: str) -> list[str]:
    """Teams, digital, at a distance ... when the piece says nothing else, and the places that hybrid adds."""
    found = IS_MODE.match(text)
    if not found:
        return []
    rest = text[found.end() :].strip(" ,:")
    name = mode_name(found[1])
    if not rest:
        return [name] if name else []
    more = re.match(r"(?:och|eller|samt|/|\+|&|alternativt|resp\.?)\s*(.*)", rest, _FLAGS)
    if more and (others := _whole_mode(more[1])):
        return ([name] if name else []) + others
    if more or not name:
        preposition = _PREPOSITION.match(more[1] if more else rest)
        target = (more[1] if more else rest)[preposition.end() :] if preposition else (more[1] if more else "")
        if target and _looks_like_name(target):
            place, _codes = tidy_place(target)
            return ([name] if name else []) + ([place] if place else [])
    bracket = re.fullmatch(rf"\(({MODE})\)", rest, _FLAGS)
    if bracket:
        return [f"{name} ({bracket[1]})" if name else capital(bracket[1])]
    if name and re.match(r"(?:via|på|i)\s+", rest, _FLAGS) and (deeper := _whole_mode(rest)):
        return deeper
    return []


def _after_preposition(rest: str) -> tuple[list[str], str, tuple[str, ...]] | None:
    """The place behind "i", "på", "hos" or "via", with what follows it as theme; None if it is no place."""
    if not rest or _NOT_PLACE.match(rest):
        return None
    mode = IS_MODE.match(rest)
    if mode and (name := mode_name(mode[1])):
        return _mode_and_more(name, rest[mode.end() :])
    if not _looks_like_name(rest):
        return None
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
    preposition = _PREPOSITION.match(target)
    body = target[preposition.end() :] if preposition else target
    if (preposition or is_place(body)) and _looks_like_name(body):
        place, theme = _cut_theme(body)
        tidied, codes = tidy_place(place)
        return [name, tidied], theme, codes
    return [name], rest.strip(" ,.-:"), ()


def _looks_like_name(text: str) -> bool:
    """Whether words after a preposition name a place: a capital, a figure or a word for a room or a house first."""
    first = re.match(r"[\w:-]+", text.lstrip("\"'”("))
    if first is None:
        return False
    word = first[0]
    known = bool(_SITE_WORD.fullmatch(word)) or bool(re.match(r"(?:oss på|vår(?:a|t)?|deras|sin) ", text))
    if word[0].isupper() or known:
        return True
    second = re.match(r"[\w:-]+\s+([\w:-]+)", text)
    return bool(second and _SITE_WORD.fullmatch(second[1]))


def _cut_theme(text: str) -> tuple[str, str]:
    """The place and what comes after it: "Kungälv tema budget" gives ("Kungälv", "tema budget")."""
    cut = re.search(
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
        known = found and found[0] and (_whole_mode(text[inner.end() :]) or any(is_place(place) for place in found[0]))
        if found and known:
            theme = text[: inner.start()].strip(" ,.-:")
            return found[0], ", ".join(part for part in (theme, found[1]) if part), found[2]
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
