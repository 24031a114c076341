"""Lines above dates that say more of the meetings than the reader has understood."""

import re

from ..lines import changes
from ..lines.hedges import hedge_in
from ..lines.provisos import without_provisos
from .headings import is_meeting_list, speaks_of_all

_LONGEST = 160
_NEGATION = re.compile(
    r"(?<![^\W\d_])(?:ej|inte|icke|ännu|inga|inget|ingen|utan|not|no|never|(?-i:un)[a-z]{5,})(?![^\W\d_])",
    re.IGNORECASE,
)
_EXCEPTS = re.compile(
    r"(?<![^\W\d_])(?:utom|förutom|undantag\w*|bortsett|med reservation för att|except\w*|apart from)(?![^\W\d_])",
    re.IGNORECASE,
)
_PARTS = re.compile(  # "på Teams våren och i Ale hösten"
    r"(?<![^\W\d_])vår(?:en|terminen)?(?![^\W\d_]).*(?<![^\W\d_])höst(?:en|terminen)?(?![^\W\d_])|(?<=\s)(?:övriga|resten)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:varannan|udda|jämna|omväxlande|växelvis|ibland|turas om|ömsom)(?![^\W\d_])",
    re.IGNORECASE,
)
_OF_MEETINGS = r"(?:[\w-]*(?:möten|träffar|sammanträden|datum|dagar|tider|konferenser)|dates|meetings|sessions)"
_RELATIVE = re.compile(
    rf"(?<!\w){_OF_MEETINGS}(?:na|en|erna)?\s+(?:som|där|which|that)\s+(?:vi\s+)?(?:är|har|blivit|inte|ska|kan|måste"
    r"|are|have|were|\w+(?:ts|des|as))(?!\w)",
    re.IGNORECASE,
)
_MODIFIED = re.compile(rf"(?<!\w)([^\W\d_]{{3,}})\s+(?={_OF_MEETINGS}(?!\w))", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"[^\W\d_]+(?:ade|ända|llda|nda|tna|dda|lda|ta|[ea]ra|iva|ella|ala|iga|ska|gna|ed|al|ive)", re.I
)
# What a meeting may be called without being less than one.
_HARMLESS = re.compile(
    r"(?:in)?(?:plan|bok|plane)(?:erade|ade)|planned|scheduled|booked|confirmed|agreed|fixed|fastställda|beslutade|spikade"
    r"|bestämda|bekräftade|godkända|schemalagda|definitiva|gemensamma|kommande|digital[at]?|fysiska|virtual|physical|annual"
    r"|\w*regional[at]?|regionala|lokala?|kommunala|nationella|nordiska|centrala|allmänna|ordinarie|vanliga|årliga"
    r"|månatliga|återkommande|regelbundna|obligatoriska|frivilliga|särskilda|formella|informella|öppna|interna|externa"
    r"|slutna|samtliga|övriga|dessa|stora|lilla|general|internal|external|digitala|aktuella|viktiga|politiska|fackliga|tematiska|svenska"
    r"|partsgemensamma|kvartalsvisa|sista|bästa|flesta|inplanerade|extrainsatta|utlysta|kallade",
    re.IGNORECASE,
)


def doubtful_heading(text: str, *, tentative: bool, cancelled: bool) -> str:
    """The words of a heading that may say more of the meetings below it, or ''.

    `tentative` and `cancelled` say what has been understood of the heading already.
    """
    found = _EXCEPTS.search(text[:_LONGEST]) or (_PARTS.search(text[:_LONGEST]) if speaks_of_all(text) else None)
    if found:
        return found[0]
    if len(text) > _LONGEST or not (is_meeting_list(text) or text.rstrip().endswith(":")):
        return ""
    ink = changes.NOT_TENTATIVE.sub(" ", without_provisos(changes.CAVEAT.sub(" ", text)))
    if tentative:
        ink = changes.TENTATIVE.sub(" ", ink)
    if cancelled:
        ink = changes.CANCELLED.sub(" ", ink)
    for pattern in (_NEGATION, changes.TENTATIVE, changes.CANCELLED, changes.MOVED, changes.CHANGED):
        if found := pattern.search(ink):
            return found[0]
    if not cancelled and (found := _RELATIVE.search(ink)):
        return found[0]
    return hedge_in(ink) or _odd_modifier(ink)


def _odd_modifier(ink: str) -> str:
    for found in _MODIFIED.finditer(ink):
        if _ADJECTIVE.fullmatch(found[1]) and not _HARMLESS.fullmatch(found[1]):
            return found[1]
    return ""
