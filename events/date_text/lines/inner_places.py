"""A place inside other words: after "i", "på" or "hos", or beside a way to meet."""

import re

from .place_names import PREPOSITION, is_place, looks_like_name, tidy_place, whole_mode
from .subjects import names_subject, sounds_like_place
from .ways_to_meet import IS_MODE, MODE, mode_name

_FLAGS = re.IGNORECASE
_NOT_PLACE = re.compile(
    r"(?:samband|stället|första|andra|tema|temat|grund|uppdrag|gång|engelska|svenska\b(?! mässan)|form"
    r"|förmiddagen|eftermiddagen"
    r"|kvällen|dagen|morgonen|veckan|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december|våren|hösten|anslutning|kombination|två|tre|fyra|agendan|dagordningen|mötet|övrigt|fokus)\b",
    _FLAGS,
)
_HOST = re.compile(r"((?-i:[A-ZÅÄÖ])[^\W\d_]+) på (?=(?-i:[A-ZÅÄÖ]))")
_GOES_ON = re.compile(  # "Folkhögskolan och ses igen en månad senare"
    rf"\s+och\s+(?=(?-i:[a-zåäö]))(?!(?:i|på|via|hos|vid|{MODE})(?!\w))(?=(?:ses|träffas|möts|har|är|vi|sedan|därefter"
    r"|fortsätter|avslutas|äter|håller|kommer|planerar|en|ett)\s)",
    _FLAGS,
)
_UNKNOWN = re.compile(  # "på Nordens Ark", but no "i HLR"
    r"\s(?i:i|på|hos|vid|@)\s((?!\w*[A-ZÅÄÖ]{2})[A-ZÅÄÖ](?:[^\W\d]|[’'-])+(?!\w)(?: [A-ZÅÄÖ\d][\w’'-]*)*)"
)
_ABOUT = re.compile(
    r"(?<![^\W\d_])(?:kurs\w*|utbildning\w*|föreläsning\w*|beslut\w*|lägesbild\w*|fokus|om)(?![^\W\d_])[^,]*\Z", _FLAGS
)
_OF_OTHER = re.compile(  # "i samband med konferensen i Ystad"
    r"(?<![^\W\d_])(?:samband med|inför|efter|av|från|om|till|kring)\s+[^\W\d_]+(?:en|et|an)\Z", _FLAGS
)


def after_preposition(rest: str) -> tuple[list[str], str, tuple[str, ...]] | None:
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


def inner_place(text: str) -> tuple[list[str], str, tuple[str, ...]]:
    """A place inside a theme: "extra möte i Stenungsund", "Dialogmöte via Teams", "internat Ystad"."""
    named = re.fullmatch(r"(internat|studiebesök|konferens)\s+(\w.*)", text, _FLAGS)
    if named and is_place(named[2]):
        return [named[2]], named[1], ()
    for inner in re.finditer(r"\s(?:i|på|hos|vid|via|@)\s", text):
        found = after_preposition(text[inner.end() :])
        known = found and found[0] and (whole_mode(text[inner.end() :]) or any(is_place(place) for place in found[0]))
        if found and known:
            theme = text[: inner.start()].strip(" ,.-:")
            codes = ("place_or_theme",) if _OF_OTHER.search(theme) else ()
            return found[0], ", ".join(part for part in (theme, found[1]) if part), (*found[2], *codes)
        if (
            found
            and (name := _UNKNOWN.match(text, inner.start()))
            and not _is_of_subject(text[: inner.start()], inner[0])
        ):
            theme = ", ".join(
                part.strip(" ,.-:") for part in (text[: inner.start()], text[name.end() :]) if part.strip()
            )
            return [name[1]], theme, ("place_or_theme",)
    return [], text, ()


def _is_of_subject(before: str, preposition: str) -> bool:
    """Whether a name belongs to the words before it: "Kommunfullmäktige i Malax", "Utbildning i Excel"."""
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    return bool(_ABOUT.search(before)) or (preposition.strip().lower() == "i" and names_subject(last))
