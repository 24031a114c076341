"""Words of a theme that may be the place, or a part of it: they are named, so that no place is said to be whole."""

import re
from collections.abc import Sequence

from .place_names import LOCATIVE, mentions_town
from .subjects import names_subject

_LONGEST = 60
_LED_TO = re.compile(  # "utanför Innovatum", "i Västra hamnen"
    rf"(?<!\w)(?i:{LOCATIVE})\s+(?:the\s+)?\(?([A-ZÅÄÖ][\w’'-]+(?:\s+[A-ZÅÄÖ\d][\w’'-]*)*"
    r"|(?i:sal|lokal|\w*rum|hus|våning|vån|plan)\s+\w+)"
)
_LAST_NAME = re.compile(r"([^\W\d_]+)\s+((?!\w*[A-ZÅÄÖ]{2})[A-ZÅÄÖ][a-zåäöé’'-]+(?: [A-ZÅÄÖ][a-zåäöé’'-]+)*)\W*\Z")
_FIRST_NAME = re.compile(
    r"\A([A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?) ([A-ZÅÄÖ][a-zåäö]+)"
)  # "Vrensa Dialog om planen"
_LINKS = re.compile(  # words that make a name a part of the subject: "Besök av Skolverket"
    r"av|med|om|från|för|och|samt|till|kring|mot|inför|enligt|i|på|hos|vid|utanför|as?|the|of|with|by|från|nya?|se",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?<!\w)(?!(?i:för|grund|sär|gymnasie|mellan|låg|anpassade?)?skolan)(?!(?i:barnrätts|öppna)huset)[\w-]*[^\W\d_]{2}"
    r"(?:salen|rummet|huset|gatan|vägen|torget|gränden|kajen|biblioteket|museet|gården|skolan|hallen|byggnaden|aulan"
    r"|hotellet|kyrkan|hemmet)(?!\w)"
    r"|(?<!\w)(?i:sal|mötesrum|konferensrum|rum) [A-ZÅÄÖ\d]\w*"
    r"|(?<!\w)(?!Öppet)[A-ZÅÄÖ][^\W\d_]+ (?:hus|sal|park|torg|gata|väg|hotell|bibliotek|slott|herrgård|arena"
    r"|rådhus|stadshus)(?!\w)"
)


def _is_apart(before: str, name: str) -> bool:
    """Whether a name at the end of a theme is no part of it: "Dialog om planen Vrensa", but not "Dag 2 Budget"."""
    return not _LINKS.fullmatch(before) and not any(map(names_subject, name.split()))


def _leads(name: str, subject: str) -> bool:
    """Whether a theme begins with a name that another sentence or a subject follows: "Villa Qvist Vi ses …"."""
    return (names_subject(subject) or subject in ("Vi", "Samling")) and not any(map(names_subject, name.split()))


def place_words(themes: Sequence[str], location: str) -> str:
    """The first words of the themes that may be of a place and are not in the location; '' if there are none."""
    kept = location.casefold()
    for theme in themes:
        led = (found[1] for found in _LED_TO.finditer(theme))
        sites = (found[0] for found in _SITE.finditer(theme))
        last = (found[2] for found in _LAST_NAME.finditer(theme) if _is_apart(found[1], found[2]))
        first = (one[1] for one in _FIRST_NAME.finditer(theme) if _leads(one[1], one[2]))
        towns = (theme for _ in range(1) if location and mentions_town(theme))
        for words in (*led, *sites, *last, *first, *towns):
            if words.casefold() not in kept:
                return words[:_LONGEST]
    return ""
