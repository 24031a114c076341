"""Names a single meeting of an event whose title is only "Möten". Pure."""

import re

# Titles that only say that the page lists meetings. In a calendar each entry is a single meeting.
_ONE_OF = {
    "möten": "möte",
    "mötesdagar": "möte",
    "mötestider": "möte",
    "mötesschema": "möte",
    "mötesplan": "möte",
    "nätverksmöten": "nätverksmöte",
    "nätverksträffar": "nätverksträff",
    "ordinarie möten": "ordinarie möte",
    "träffar": "träff",
    "sammanträden": "sammanträde",
    "sammanträdesdagar": "sammanträde",
    "sammanträdestider": "sammanträde",
    "meetings": "meeting",
    "network meetings": "network meeting",
}
# Spaces are read once: from where they begin.
_YEAR = re.compile(r"(?:(?<!\s)\s+)?\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\s*$")


def meeting_name(title: str, owner: str = "") -> str:
    """The title without the owner's name, or "möte" if the title only says "Möten" or "Mötesdagar 2020"."""
    own = rf"^{re.escape(owner)}s?\s*[:,–-]?\s*" if owner else "^"
    rest = re.sub(own, "", title, flags=re.IGNORECASE) or "möte"
    return _ONE_OF.get(_YEAR.sub("", rest).casefold(), rest)
