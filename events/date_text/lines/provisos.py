"""Words that let a place hold for all meetings "unless otherwise stated"."""

import re

_PLACE = r"(?:(?:mötes|ordinarie )?plats(?:en)?|(?:mötes)?lokal(?:en)?|adress|(?:mötes)?form)"
_UNLESS = (
    r"(?:(?<!\w)om (?:inget|inte|ej|ingenting)(?: annat)? \w+|(?:där|när) inget annat \w+|såvida[^.;:\n]{0,40}"
    r"|unless[^.;:\n]{0,40}|if not[^.;:\n]{0,30}|where not[^.;:\n]{0,30})"
)
_MEETINGS = (
    r"\w*(?:möte|möten|mötena|träff|träffar|träffarna|sammanträden|sammanträdena|tillfällen|tillfälle|gånger|gång)"
)
_EVERY = (
    rf"(?:(?:för|vid|på|av) )?(?:(?:alla|samtliga|varje|våra|de flesta)(?: (?:våra )?{_MEETINGS})?|{_MEETINGS})"
    r"|i regel|normalt|vanligtvis|vanligen|oftast|alltid"
)
_LABELLED = re.compile(
    rf"(?<![^\W\d_])({_PLACE})\s*[,(]?\s*(?:{_UNLESS}|{_EVERY})\s*\)?\s*,?\s*(?::|(?<=[\s,)])(?:är|blir|hålls|=)\s)\s*",
    re.IGNORECASE,
)
_AT_END = re.compile(rf"(?<=[\w.)])[\s,(-]+{_UNLESS}\W*\Z", re.IGNORECASE)


_ANYWHERE = re.compile(_UNLESS, re.IGNORECASE)


def without_provisos(text: str) -> str:
    """The text without "om inget annat anges", wherever it stands."""
    return _ANYWHERE.sub(" ", text)


def plain_label(text: str) -> str:
    """The line with its label right before the place: "Plats om inget annat anges: GR" gives "Plats: GR"."""
    return _LABELLED.sub(r"\1: ", text)


def without_proviso(text: str) -> str:
    """The place without what follows it: "GR, om inget annat anges" gives "GR"."""
    return _AT_END.sub("", text)
