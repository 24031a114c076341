"""Lines such as "Ställe: Vinga", whose label the reader does not know: the meeting beside them is doubted."""

import re

from ..lines.non_meetings import OTHER_TIME
from ..lines.ways_to_meet import PHYSICAL

_LABELLED = re.compile(r"\W*(?P<label>[^\W\d_][^:\n]{1,29}?)\s?:\s+(?P<value>[^\s/].*)")
# Labels that say nothing of when, where or whether.
_HARMLESS = re.compile(
    r"(?:from|sent|to|cc|bcc|subject|date|från|skickat|skickades|till|kopia|ämne|kontakt\w*|telefon\w*|tel|mobil\w*"
    r"|e-?post\w*|mejl|mail|webb?\w*|mötes-?id|meeting id|lösenord|passcode|password|pin\w*|värd|organi[sz]er|arrangör"
    r"|who|vem|deltagare|ansvarig\w*|sekreterare|ordförande|sidansvarig\w*|kontaktperson\w*|pris|kostnad|avgift|språk"
    r"|bilag\w+|länk.*|link.*|tidszon|time ?zone|dokument\w*|föredragande|förtäring|kost|källa|foto|moderator|talare"
    r"|föreläsare|syfte|mål\w*|innehåll|beskrivning|description|pris|attendees|participants|välkom\w+|hej.*|mvh.*"
    r"|(?:med )?vänlig\w* hälsning\w*|styrgrupp\w*|arbetsgrupp\w*|grupp\w*)",
    re.IGNORECASE,
)


def is_labelled(text: str) -> bool:
    """Whether a line is any label and its value: "Sekreterare: Per"."""
    return bool(_LABELLED.fullmatch(text))


def unknown_label(text: str) -> bool:
    """Whether a line without a date is an unknown label and its value."""
    found = _LABELLED.fullmatch(text)
    if found is None or _HARMLESS.fullmatch(found["label"]) or OTHER_TIME.search(text):
        return False
    return not PHYSICAL.fullmatch(found["value"].strip(" ."))
