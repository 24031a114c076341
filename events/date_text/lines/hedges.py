"""Words that make a meeting, or what is said of it, less than certain."""

import re

from . import changes
from .non_meetings import whole_words
from .provisos import without_provisos

# "om" is also "about": only what follows tells a condition.
_HEDGE = whole_words(
    r"om (?:vi|ni|de|man|det|den|alla|inte|ej|ingen|någon|något|nån|lokalen|salen|tiden|möjligt|så|styrelsen|nämnden)",
    r"ifall", r"såvida", r"förutsatt", r"förutsätter", r"beroende på", r"i mån av", r"antingen", r"helst",
    r"hoppas", r"förhoppningsvis", r"osäker\w*", r"oklar\w*", r"kanske", r"nog", r"lutar åt", r"tanken är",
    r"kan (?:komma att|bli|behöva|ändras|flyttas|utgå|ställas)", r"risk(?:erar)?(?: för)?", r"avvakta\w*", r"vilande",
    r"pausa[dt]e?", r"inväntar", r"väntar på", r"önskemål",
    r"diskuteras", r"undersöks", r"utreds", r"kolla(?:s|r)", r"dubbelkolla\w*", r"återkommer", r"tills vidare",
    r"likely", r"maybe", r"perhaps", r"possibly", r"probably", r"might", r"may (?:be|have|move|change)", r"if",
    r"unless", r"depending", r"subject to", r"hopefully", r"either", r"except", r"only if", r"expected",
)  # fmt: skip
_MAY = (
    r"(?:kanske|eventuellt|ev\.?|kan(?: komma att)?|troligen|möjligen|möjligtvis|likely(?: to)?|may|might|could"
    r"|om \w+)"
)
_MAY_MOVE = re.compile(rf"(?<!\w){_MAY}\s+(?:be\s+|bli\s+|att\s+)?(?=(?:{changes.MOVED.pattern}))", re.IGNORECASE)


def hedge_in(text: str) -> str:
    """The first words that hedge, or ''. A proviso for all meetings, "om inget annat anges", does not."""
    found = _HEDGE.search(without_provisos(changes.CAVEAT.sub(" ", text)))
    return found[0] if found else ""


def may_move(text: str) -> bool:
    """Whether the words say that a meeting may be moved, and not that it is: "kan komma att flyttas"."""
    return bool(_MAY_MOVE.search(text))
