"""Ages in figures, as a query has them: "16-åringar", "85 år gammal", "a 3-year-old". Pure."""

import re
from typing import Final

_AGE: Final = re.compile(
    r"(?<!\w)(?P<years>\d{1,3})(?:"
    r"(?P<sv>[- \u2010\u2011]?åring(?:ar|en|arna)?s?| år gam(?:mal|malt|la))"
    r"|(?P<en>[- \u2010\u2011]year[- \u2010\u2011]olds?| years old)"
    r")(?!\w)"
)
# Up to which age people are called what, in Swedish and in English.
_CALLED: Final = (
    (5, "småbarn", "toddler"),
    (12, "barn", "child"),
    (19, "tonåring", "teenager"),
    (25, "ungdom", "youth"),
)
_OLD: Final = (65, "äldre", "elderly")


def ages_as_words(text: str) -> str:
    """``text`` (lower case) with what people of an age are called instead of it; without the age of most adults."""
    return _AGE.sub(_called, text)


def _called(found: re.Match[str]) -> str:
    years, swedish = int(found["years"]), found["sv"] is not None
    least, *old = _OLD
    called = next((words for most, *words in _CALLED if years <= most), old if years >= least else ["", ""])
    return called[0] if swedish else called[1]
