"""Finds where long Swedish compounds may break. Pure."""

import re

from networks.text.word_length import LONGEST_WORD

SOFT_HYPHEN = "\u00ad"
# The parts of this field's compounds. Browsers' own hyphenation breaks words anywhere, and some browsers have no
# Swedish dictionary at all.
PARTS = (
    "nätverk", "grupp", "chef", "förbund", "nämnd", r"råd\b", "områd", "omsorg", "vård", "planering", "byggnad",
    "marknad", "nedsättning", "skol", "gymnasi", "trafik", "strategi", "utveckling", "fråg", "ärend", "fullmäktig",
    "styrelse", "redogörelse", "program", "samverkan", "region", "kommun", "konferens", "utgångspunkt",
)  # fmt: skip
_JOINT = re.compile(rf"(?<=\w{{4}})(?=(?:{'|'.join(PARTS)}))")


def breakable(text: str, longest: int = 16) -> str:
    """``text`` with soft hyphens between the parts of compounds: 'samhälls|byggnads|chefs|nätverket'.

    Words of up to ``longest`` letters stay whole, since they fit a phone even in the largest size. So do words that
    are too long to be analysed, which the style sheet breaks anywhere.
    """
    return re.sub(rf"\w{{{longest + 1},}}", _broken, text)


def _broken(word: re.Match[str]) -> str:
    return word[0] if len(word[0]) > LONGEST_WORD else _JOINT.sub(SOFT_HYPHEN, word[0])
