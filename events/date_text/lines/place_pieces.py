"""One piece of a line's words: its places, and the words that say something else."""

import re

from .changes import LINK
from .inner_places import after_preposition, inner_place
from .place_names import PLACEHOLDER, PREPOSITION, is_local, is_place, linked_place, tidy_place, whole_mode
from .ways_to_meet import MODE, PHYSICAL, mode_name

_FLAGS = re.IGNORECASE
_LABELLED = re.compile(r"(?i:(?:ordinarie )?plats(?:en)?|lokal(?:en)?|möteslokal|adress)\s+(?:är\s+)?(?=[A-ZÅÄÖ0-9])")
_DANGLING = re.compile(r"\s*\b(?:och|samt|i|på|via)?\s*$", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:lokal|plats|platsen|lokalen|plats och lokal|tid och plats)\b.*\b(?:meddelas|bestäms|kommer"
    r"|senare|oklar|ej bestämd|återkommer)\b",
    _FLAGS,
)
_HYBRID = re.compile(r"hybrid\w*\s*[:,]\s*(.+)", _FLAGS)
_WITH_MODE = re.compile(rf"(\S+(?: \S+){{0,2}})\s+(?:och|samt|eller|[/+&])\s+(?:via |på )?({MODE})", _FLAGS)
_MEETING_AT = re.compile(
    r"(?:[\w-]*(?:möte|träff|sammanträde|dag|workshop|seminarium|konferens|dialog)|.+(?= @))"
    r"\s+(?:i|på|hos|vid|via|@)\s",
    _FLAGS,
)


def sort_piece(piece: str, continues: bool) -> tuple[list[str], str, tuple[str, ...]]:
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
        places, theme, codes = sort_piece(_DANGLING.sub("", PLACEHOLDER.sub(" ", text)), continues)
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
    if preposition and (found := after_preposition(text[preposition.end() :])):
        return found
    if _MEETING_AT.match(text) and (inner := inner_place(text))[0]:
        return inner
    if is_place(text):
        if continues:
            return [f"\n{text}"], "", ()
        place, codes = tidy_place(text)
        return [place], "", codes
    return inner_place(text)
