"""Sentences that tell how a network stands to other bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .bodies import MENTION, is_generic, nominative, same_body
from .page import Relation, RelationKind
from .patterns import any_of

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
_BETWEEN = r"\s*(?:den |det |de |GR:s |GRs |Göteborgsregionens |politiska )*$"


def _before(text: str) -> re.Pattern[str]:
    """Words that stand right before the name of the other body."""
    return re.compile(rf"\b{any_of(text)}{_BETWEEN}", re.IGNORECASE)


_AT_DISPOSAL = re.compile(r"s?\s+förfogande", re.IGNORECASE)
_PATTERNS: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    (
        "reports_to",
        _before("""på uppdrag av|rapportera(?:r|de) (?:resultat )?till|underställ[dt]a?|ansvarar inför
            |återrapporterar till|uppdrag(?:et)? från|redovisas? (?:för|till)|utses av|utsed[da]s? av|tillsätts av
            |tillsatt av|lyder under"""),
    ),
    (
        "consults",
        _before("""använda|använda sig av|ta hjälp av|ta stöd av|anlita|rådfråga|samråda med|samråder med|rådfrågar
            |använder|använder sig av|tar hjälp av|inhämta synpunkter från"""),
    ),
    (
        "prepares_for",
        _before(r"""(?:för)?bereder (?:ärenden|frågor)(?:\s(?:till och från|till|åt|för|inför))?
            |beredande (?:organ )?(?:till|för|åt)|rådgivande (?:organ )?(?:till|åt|för)[^.]{0,40}?
            |beredningsgrupp (?:till|åt|för)|lyfter frågor (?:till|i),?"""),
    ),
    (
        "working_group_under",
        _before("""(?:arbets|under|fokus|del)grupp (?:under|till|inom|åt)|arbetsutskott (?:under|till|inom|åt)
            |tillhör|sorterar under"""),
    ),
    (
        "cooperates_with",
        _before("""samverkar (?:nära )?med|samarbetar (?:nära )?med|gemensamma möten med|tillsammans med"""),
    ),
)
_SHARED_GROUP = re.compile(
    r"\b(?:har|bildat|driver|tillsatt)\b.{0,40}\bgemensam\w*\s+(?:arbets|under|fokus|projekt)?grupp", re.IGNORECASE
)


def sentences_of(texts: Sequence[str]) -> list[str]:
    return [sentence.strip() for text in texts for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def read_relations(sentences: Sequence[str], title: str) -> tuple[Relation, ...]:
    """One relation per kind and body, with the first sentence that tells it. ``title`` is the page's own body."""
    found: dict[tuple[str, str], Relation] = {}
    for sentence in sentences:
        for relation in _of_sentence(sentence[:2000], title):
            found.setdefault((relation.kind, relation.body.casefold()), relation)
    return tuple(found.values())


def _of_sentence(sentence: str, title: str) -> Iterator[Relation]:
    """A group that two bodies share is under both; else each body stands as the words before it say."""
    mentions = [mention for mention in MENTION.finditer(sentence) if not is_generic(mention[1])]
    shared = _SHARED_GROUP.search(sentence)
    for mention in mentions:
        if same_body(mention[1], title):
            continue
        if shared and mention.start() < shared.start():
            yield Relation("working_group_under", _name(mention[1]), sentence)
        elif not shared and (kind := _kind(sentence, mention.start(), mention.end())):
            yield Relation(kind, _name(mention[1]), sentence)


def _kind(sentence: str, start: int, end: int) -> RelationKind | None:
    before = sentence[max(0, start - 90) : start]
    if re.search(r"(?i)\bstår till\s*$", before) and _AT_DISPOSAL.match(sentence, end):
        return "reports_to"
    return next((kind for kind, pattern in _PATTERNS if pattern.search(before)), None)


def _name(mention: str) -> str:
    name = nominative(mention) if mention.endswith("s") and " " not in mention else mention
    return name[0].upper() + name[1:]
