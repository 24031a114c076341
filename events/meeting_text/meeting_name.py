"""What one meeting is called when the page that lists it is called "Möten". Pure."""

import re

# Titles that only say that the page lists meetings. In a calendar each is one.
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
_YEAR = re.compile(r"\s*\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\s*$")


def meeting_name(title: str, owner: str = "") -> str:
    """The title without the owner's name, and "möte" for a title that only says "Möten" or "Mötesdagar 2020"."""
    own = rf"^{re.escape(owner)}s?\s*[:,–-]?\s*" if owner else "^"
    rest = re.sub(own, "", title, flags=re.IGNORECASE) or "möte"
    return _ONE_OF.get(_YEAR.sub("", rest).casefold(), rest)
