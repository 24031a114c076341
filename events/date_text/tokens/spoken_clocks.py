"""Clocks that a sentence says without "kl": "Vi börjar nio och håller på till elva" gets "kl" before each hour."""

import re

_HOURS = "sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
_SMALL = "ett|två|tre|fyra|fem|sex"
_VERBS = (
    r"börjar?|startar?|starttid|start|inleder|inleds|ses|träffas|möts|samlas|pågår|från|mellan|mötestid(?:en)?|tid(?:en)?"
    r"|kör|är|tiderna|öppnar"
)
_ENDS = r"slutar|sluttid|slut|avslutar|avslutas|klara|färdiga|till"
_BESIDE = (
    r"(?:[ ]?:)?(?:[ ](?:vi|alltid|prick|vid|ungefär|runt|omkring|redan|normalt|oftast|senast|strax|fram|till"
    r"|som vanligt)){0,3}"
)
_NO_NOUN = r"(?=\s*(?:$|[.,;:!?)(]|-|(?:och|till|i|på|hos|vid|via|varje|fram|alla|om|då|som)(?!\w)))"
_FIRST = re.compile(rf"(?<!\w)((?:{_VERBS}){_BESIDE}) (?=(?:{_HOURS})(?!\w){_NO_NOUN})", re.IGNORECASE)
_LAST = re.compile(rf"(?<!\w)((?:{_ENDS}){_BESIDE}) (?=(?:{_HOURS})(?!\w){_NO_NOUN})", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?<!\w)(kl (?:{_HOURS})\s*(?:-|till|och)\s*)(?:(?:fram )?till )?(?=(?:{_HOURS})(?!\w){_NO_NOUN})", re.IGNORECASE
)
_FIGURES = re.compile(
    r"(?<!\w)((?:vi )?(?:börjar|startar|ses|träffas|möts|slutar)(?: vi)?) (?=\d{1,2}\s*"
    r"(?:$|[.!?)]+\s*$|och (?:slut|håll|är|avslut)))",
    re.IGNORECASE,
)
_LEFT = re.compile(rf"(?<!\w)(?:{_VERBS}|{_ENDS}){_BESIDE} (?:{_SMALL}|{_HOURS})(?!\w){_NO_NOUN}", re.IGNORECASE)
_SAID = re.compile(r"(?<!\w)(?:halv|kvart|kl|klockan)(?!\w)", re.IGNORECASE)
_ANY = re.compile(rf"(?<!\w)(?:{_HOURS})(?!\w)", re.IGNORECASE)


def with_clocks(text: str) -> str:
    """The plain line with "kl" before the hours that its verbs lead up to."""
    if _ANY.search(text):
        found = _FIRST.sub(r"\1 kl ", text)
        if found != text or _SAID.search(text):
            text = _AFTER.sub(r"\1kl ", _LAST.sub(r"\1 kl ", found))
    return _FIGURES.sub(r"\1 kl ", text)


def leaves_clock(text: str) -> bool:
    """Whether an hour in words is left that was not read: "slutar tre"."""
    return bool(_LEFT.search(with_clocks(text)))
