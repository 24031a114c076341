"""Unicode's normal forms in time that grows with the length of the text. Pure."""

import re
import unicodedata
from typing import Final, Literal

# Python sorts a run of combining marks by insertion, which takes the square of its length. No language puts more than
# a few marks on a letter, and Unicode allows programs to count on 30 (UAX 15, section 13, Stream-Safe Text Format).
MOST_MARKS: Final = 30
_NO_LETTERS = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """``text`` in the normal form ``form``, with at most ``MOST_MARKS`` combining marks on a letter."""
    if len(text) > MOST_MARKS and not text.isascii():
        text = _NO_LETTERS.sub(_with_fewer_marks, text)
    return unicodedata.normalize(form, text)


def without_marks(text: str) -> str:
    """``text``, which is decomposed, without its combining marks."""
    return text if text.isascii() else text.translate(_MARKS)


class _Marks(dict[int, int | None]):
    """Maps a combining mark to None and any other sign to itself, for ``str.translate``. Filled as signs occur."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS: Final = _Marks()


def _with_fewer_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in run[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
