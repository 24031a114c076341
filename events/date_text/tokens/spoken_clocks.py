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
# "kl 9.00 (slut senast 11.30)", "13.00, slutar 15": the end of a range
_CLOCK = r"(?:kl\.? ?\d{1,2}(?:[.:]\d\d)?|(?<![\d.:])\d{1,2}[.:]\d\d)(?![\d.:-])"
_THEN_ENDS = re.compile(
    rf"({_CLOCK})(?:\s*[,(-]+\s*|\s+)(?:och )?"
    r"(?:(?:slutar|sluttid|slut|avslutas|avslut)(?: vi)?(?:\s?:)?(?: (?:senast|vid|runt|omkring|prick))?"
    r"|till senast)\s+"
    r"((?:(?:ca|cirka)\.? )?(?:kl\.? ?)?\d{1,2}(?:[.:]\d\d)?)(?![\d.:/-])(?!\s+[a-z])(\s*\))?",
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
    return _THEN_ENDS.sub(_range, _FIGURES.sub(r"\1 kl ", text))


def _range(match: re.Match[str]) -> str:
    bracketed = "(" in match[0]
    return match[0] if bracketed != bool(match[3]) else f"{match[1]} - {match[2]}"


def leaves_clock(text: str) -> bool:
    """Whether an hour in words is left that was not read: "slutar tre"."""
    return bool(_LEFT.search(with_clocks(text)))
