"""A line with dates: which of them are meetings, and what each meeting is."""

import re
from collections.abc import Sequence

from ..lines import changes, non_meetings
from ..lines.candidates import candidates_of
from ..lines.clusters import Cluster
from ..lines.judgement import clusters_of
from ..lines.labels import Fields
from ..lines.leftovers import unheard
from ..lines.line import Line, read_line
from ..lines.loose_years import with_loose_years
from ..tokens import vocabulary
from ..tokens.scanner import plain
from ..tokens.token import Kind
from .drafts import Draft, refused_row
from .headings import frame_of_heading, is_meeting_list
from .line_remarks import UNREADABLE, remark_line, unread_ink
from .resolve import resolve
from .row_doubts import doubt_rows
from .section import Section, take_heading
from .wrecks import is_wreck

_FILLER = re.compile(
    r"den|kl|v|vecka|tid|datum|dag|när|nästa|kommande|vi|är|blir|i|på|av|för|ca|cirka|från|mellan|börjar|startar|start"
    r"|nytt|ny|preliminärt|prel|preliminär|ev|obs|och|nr|första|andra|tredje|fjärde|ordinarie|extra|vårens|höstens|årets"
)
_SENTENCE_VERB = re.compile(
    r"(?<![^\W\d_])(?:börjar|slutar|är|var|blir|ska|skall|kommer|har|hade|kan|måste|pågår|finns|infaller|inleds"
    r"|avslutas|fyller|får|gör)"
    r"(?![^\W\d_])|(?<![^\W\d_])(?!träffas)[^\W\d_]{3,}(?:as|ades|tes|des)(?![^\W\d_])",  # passives
    re.IGNORECASE,
)
_LUNCHES = re.compile(r"(?<!\w)lunch\s*(?:-|till)\s*lunch(?!\w)", re.IGNORECASE)
_PLAN = re.compile(r"(?<![^\W\d_])(?:tids|års|verksamhets)?(?:plan|planen|hjul|hjulet)(?![^\W\d_])", re.IGNORECASE)
_TERM_WORDS = (
    vocabulary.SPRING_WORDS | vocabulary.AUTUMN_WORDS | vocabulary.SCHOOL_YEAR_WORDS | {"år", "året", "för", "under"}
)
_MOST_MENTIONS, _MOST_LOOSE = 100, 20  # dates and times on one line, and figures that are neither
_MANY_WORDS = 4


def drafts_of(raw: str, line: Line, fields: Fields, section: Section, previous: Draft | None) -> list[Draft]:
    """The line's meetings, or one refused draft that says why it has none."""
    loose = sum(token.kind is Kind.NUMBER for token in line.unread)
    if len(line.mentions) > _MOST_MENTIONS or loose > _MOST_LOOSE:
        return [refused_row([raw], "too_long_line")]
    if is_wreck(plain(raw)) and not section.footnotes:
        return [refused_row([raw], "unread_date")]
    line = with_loose_years(line)
    clusters = clusters_of(line)
    if not clusters:
        return [refused_row([raw], "unread_date")]
    lead = _without_heading(clusters[0], section)
    meetings = [cluster for cluster in clusters if cluster.stands]
    reason = _refused_whole(line, fields, section, clusters, lead) or _no_meeting(clusters)
    if reason:
        return [refused_row([raw], reason)]
    drafts: list[Draft] = []
    for cluster in meetings:
        shared = lead if clusters[0].stands else ""
        for candidate in candidates_of(line, cluster, shared):
            drafts.append(resolve(candidate, section, raw, drafts[-1] if drafts else previous))
    if len(drafts) > 1 and changes.cancellation(lead) == "cancelled":
        for draft in drafts:  # "Inställt: 4 mars. Nytt: 11 mars."
            draft.add("partly_cancelled")
    remark_line(drafts, line, clusters, section)
    doubt_rows(drafts, line)
    _remark_unheard(drafts, line, clusters, fields, lead)
    drafts = [*_struck_out(raw, line, section, drafts), *drafts]
    _remark_columns(drafts, line, fields)
    _remark_prose(drafts, line, lead, fields, section)
    return drafts[:1] if all(draft.refused for draft in drafts) else drafts


def _struck_out(raw: str, line: Line, section: Section, drafts: Sequence[Draft]) -> list[Draft]:
    """The meetings on other days that are struck out on the line, as cancelled rows: "~~5 maj~~ 12 maj"."""
    days = {draft.start_date for draft in drafts}
    found: list[Draft] = []
    for part in line.struck_parts if any(day for day in days) else ():
        struck = read_line(part)
        if struck.dates:
            found += drafts_of(raw, struck, Fields(struck.text), section, None)
    return [draft for draft in found if draft.start_date not in days and draft.status == "cancelled"]


def _no_meeting(clusters: Sequence[Cluster]) -> str:
    """Why the first date is no meeting, when none of them is."""
    if any(cluster.stands for cluster in clusters):
        return ""
    return next((cluster.refused for cluster in clusters if cluster.refused), "unread_date")


def _without_heading(first: Cluster, section: Section) -> str:
    """The words before the first date, less a heading on the same line: "Mötesdagar våren 2026: 6 februari"."""
    lead = first.before
    heading = read_line(lead.rstrip(" \n:-"))
    frame = frame_of_heading(heading) if lead.strip() and not heading.dates else None
    if frame is None or (frame.year is None and not lead.rstrip().endswith(":")):
        return lead
    take_heading(section, heading)
    if first.refused == "period" or (first.refused not in UNREADABLE and lead.rstrip().endswith(":")):
        first.refused = ""
    return _name_in(heading)


def _name_in(heading: Line) -> str:
    """The name before the years of a heading on the line of its dates: "Fregatten 2027: 7 april"."""
    ink = " ".join(token.text for token in heading.unread if token.kind is Kind.WORD)
    if (
        is_meeting_list(heading.text)
        or _PLAN.search(heading.text)
        or not _lead_words(ink)
        or not heading.text[:1].isupper()
    ):
        return ""
    year = next((token.start for token in heading.tokens if token.kind in (Kind.YEAR, Kind.YEARS)), len(heading.text))
    words = heading.text[:year].strip(" ,:-").split()
    while words and words[-1].lower() in _TERM_WORDS:
        words.pop()
    return " ".join(words) + "\n" if words else ""


def _refused_whole(line: Line, fields: Fields, section: Section, clusters: Sequence[Cluster], lead: str) -> str:
    """Why no date of the line is a meeting, or ''."""
    if section.forbidden:
        return "not_meetings"
    if any(mention.refused == "bad_clock" for mention in line.dates):
        return "bad_clock"
    words = _lead_words(lead)
    timed = bool(line.times)
    if section.table and (words or unread_ink(line, clusters)):
        return "table_cell"
    footnote = line.bullet.startswith("**") or (line.bullet == "*" and section.footnotes)
    if words and (footnote or (not timed and line.text.startswith(("...", "…")))):
        return "reference"
    after = clusters[-1].after if clusters else ""
    if (
        (words and not _apart(clusters[0]) and non_meetings.tells_of_past(non_meetings.last_sentence(lead)))
        or non_meetings.WROTE.search(after)
        or (not timed and non_meetings.tells_of_past(after))
    ):
        return "past_event"
    if not timed and (
        non_meetings.maybe_document(lead) or (non_meetings.only_documents(after) and not section.meetings)
    ):
        return "document"
    if any(cluster.refused for cluster in clusters[:1]) or fields.first in ("date", "time") or not words:
        return ""
    return "" if _may_be_meeting(line, section, words, lead) else "sentence"


def _apart(first: Cluster) -> bool:
    """Whether the first date is refused and its sentence ends before the next: "Mötet slutade 16.05. Nästa är ..."."""
    return bool(first.refused and non_meetings.SENTENCE_EDGE.search(first.after))


def _lead_words(lead: str) -> list[str]:
    """The words before the first date that carry meaning."""
    return [word for word in re.findall(r"[^\W\d_]+", lead.lower()) if not _FILLER.fullmatch(word)]


def _may_be_meeting(line: Line, section: Section, words: Sequence[str], lead: str) -> bool:
    if _SENTENCE_VERB.search(lead) and not (line.times or _says_meeting(lead)):
        return False
    if lead.rstrip().endswith(":") or line.times or _says_meeting(lead):
        return True
    if any(span.first.weekday is not None for mention in line.dates for span in mention.spans):
        return True
    return len(words) <= (_MANY_WORDS if section.meetings else 2)


def _says_meeting(lead: str) -> bool:
    words = re.findall(r"[\w-]+", lead.lower())
    return (
        is_meeting_list(lead)
        or bool(_LUNCHES.search(lead))
        or any(vocabulary.MEETING.fullmatch(word) for word in words)
        or bool(non_meetings.WELCOME.search(lead) or changes.TENTATIVE.search(lead))
    )


def _remark_columns(drafts: Sequence[Draft], line: Line, fields: Fields) -> None:
    """Words in a column without a head may be a place as well as a theme."""
    if fields.first or fields.place is not None or fields.theme is not None:
        return
    if any(token.kind is Kind.CELL and token.text.strip(" ") for token in line.tokens):
        for draft in drafts:
            if re.search(r"[^\W\d_]{4}", draft.theme) and not draft.location:
                draft.add("place_or_theme")


def _remark_unheard(
    drafts: Sequence[Draft], line: Line, clusters: Sequence[Cluster], fields: Fields, lead: str
) -> None:
    """Names the words that no row of the line shows: a row that lacks them is not said to be read."""
    standing = [draft for draft in drafts if not draft.refused]
    if not standing or any(draft.has("unread") for draft in standing):
        return
    parts = [fields.place or "", fields.theme or ""]
    for draft in standing:
        parts += [draft.theme, draft.location]
        parts += [str(ink) for words in draft.remarks.values() for ink in words.values()]
    if words := unheard(line, clusters, lead, " ".join(parts)):
        for draft in standing:
            draft.add("unread", ink=words)


def _remark_prose(drafts: Sequence[Draft], line: Line, lead: str, fields: Fields, section: Section) -> None:
    """Marks meetings that were found among other words."""
    words = _lead_words(lead)
    if not words or fields.first or lead.rstrip().endswith(":"):
        return
    for draft in drafts:
        draft.prose = _says_meeting(lead)
        if draft.refused:
            continue
        if len(words) >= _MANY_WORDS:
            draft.add("prose")
        elif not (section.meetings or line.times or draft.weekday is not None or _says_meeting(lead)):
            draft.add("maybe_not_meeting")
