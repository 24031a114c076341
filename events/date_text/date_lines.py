"""A line with dates: which of them are meetings, and what each meeting is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from . import cues, vocabulary
from .candidates import Cluster, candidates_of, clusters_of
from .drafts import Draft, refused_row
from .headings import frame_of_heading, is_meeting_list
from .labels import Fields
from .lines import Line, read_line
from .mentions import DateMention, Mention
from .resolve import resolve
from .section import Section, take_heading
from .tokens import Kind, Token

_UNREADABLE = frozenset(
    {"no_such_date", "bad_clock", "unclear_figures", "dotted_date", "days_or_hours", "unclear_range",
     "day_beside_months", "glued_month"}
)  # fmt: skip
_FILLERS = frozenset(
    ["den", "kl", "tid", "datum", "dag", "när", "nästa", "kommande", "vi", "är", "blir", "i", "på", "av", "för", "ca", "cirka", "från", "mellan", "börjar", "startar", "start", "nytt", "ny", "preliminärt", "prel", "preliminär", "ev", "obs", "och", "nr", "första", "andra", "tredje", "fjärde", "ordinarie", "extra", "vårens", "höstens", "årets"]
)
_SENTENCE_VERB = re.compile(
    r"(?<![^\W\d_])(?:börjar|slutar|är|var|blir|ska|skall|kommer|har|hade|kan|måste|infaller|inleds|avslutas|fyller|får|gör)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_MOST_MENTIONS, _MOST_LOOSE = 100, 20  # dates and times on one line, and figures that are neither
_MANY_WORDS = 4


def drafts_of(raw: str, line: Line, fields: Fields, section: Section, previous: Draft | None) -> list[Draft]:
    """The line's meetings, or one refused draft that says why it has none."""
    loose = sum(token.kind is Kind.NUMBER for token in line.unread)
    if len(line.mentions) > _MOST_MENTIONS or loose > _MOST_LOOSE:
        return [refused_row([raw], "too_long_line")]
    line = _with_loose_year(line)
    clusters = clusters_of(line)
    lead = _without_heading(clusters[0].before, section) if clusters else ""
    if clusters and clusters[0].before and not lead and clusters[0].refused not in _UNREADABLE:
        clusters[0].refused = ""
    reason = _refused_whole(line, fields, section, clusters, lead)
    if reason:
        return [refused_row([raw], reason)]
    meetings = [cluster for cluster in clusters if not cluster.dropped and not cluster.refused]
    if not meetings:
        reasons = [cluster.refused for cluster in clusters if cluster.refused]
        return [refused_row([raw], reasons[0] if reasons else "unread_date")]
    drafts: list[Draft] = []
    for cluster in meetings:
        shared = lead if (not clusters[0].refused and not clusters[0].dropped) or cluster is clusters[0] else ""
        for candidate in candidates_of(line, cluster, shared):
            draft = resolve(candidate, section, raw, drafts[-1] if drafts else previous)
            drafts.append(draft)
    _remark_line(drafts, line, clusters, lead, fields, section)
    _remark_neighbours(drafts)
    if all(draft.refused for draft in drafts):
        return drafts[:1]
    return drafts


def _without_heading(lead: str, section: Section) -> str:
    """The words before the first date, less a heading on the same line: "Mötesdagar våren 2026: 6 februari"."""
    if not lead.strip():
        return lead
    heading = read_line(lead.rstrip(" \n:-"))
    frame = frame_of_heading(heading) if not heading.dates else None
    if frame is None or (frame.year is None and not lead.rstrip().endswith(":")):
        return lead
    take_heading(section, heading)
    return ""


def _refused_whole(line: Line, fields: Fields, section: Section, clusters: Sequence[Cluster], lead: str) -> str:
    """Why no date of the line is a meeting, or ''."""
    if section.forbidden:
        return "not_meetings"
    if any(mention.refused == "bad_clock" for mention in line.dates):
        return "bad_clock"
    words = _lead_words(lead)
    timed = bool(line.times)
    if section.table and (words or _unread_ink(line, clusters)):
        return "table_cell"
    footnote = line.bullet.startswith("**") or (line.bullet == "*" and section.footnotes)
    if words and (footnote or (not timed and line.text.startswith(("...", "…")))):
        return "reference"
    after = clusters[-1].after if clusters else ""
    if (words and cues.tells_of_past(lead)) or cues.WROTE.search(after) or (not timed and cues.tells_of_past(after)):
        return "past_event"
    if any(cluster.refused for cluster in clusters[:1]) or fields.first in ("date", "time") or not words:
        return ""
    return "" if _may_be_meeting(line, section, words, lead) else "sentence"


def _lead_words(lead: str) -> list[str]:
    """The words before the first date that carry meaning."""
    return [word for word in re.findall(r"[^\W\d_]+", lead.lower()) if word not in _FILLERS]


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
        or any(vocabulary.MEETING.fullmatch(word) for word in words)
        or bool(cues.WELCOME.search(lead) or cues.TENTATIVE.search(lead))
    )


def _with_loose_year(line: Line) -> Line:
    """The line with years that stand alone given to its dates: "2026: 7/2. 2027: 8/1", "7 februari kl. 9-12, 2026"."""
    years = [token for token in line.unread if token.kind is Kind.YEAR and _alone(line, token)]
    if not years or not line.dates:
        return line
    trailing = years[-1] if years[-1].start > line.dates[-1].start else None
    mentions: list[Mention] = []
    for mention in line.mentions:
        before = [token for token in years if token.start < mention.start]
        year = before[-1] if before else trailing
        dated = isinstance(mention, DateMention) and year is not None
        mentions.append(_in_year(mention, year.value[0]) if dated and year else mention)
    text = line.text
    for token in years:
        text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    return replace(line, text=text, mentions=tuple(mentions))


def _in_year(mention: Mention, year: int) -> Mention:
    if not isinstance(mention, DateMention):
        return mention
    spans = (
        replace(span, first=replace(span.first, year=year)) if span.first.year is None else span for span in mention.spans
    )
    return replace(mention, spans=tuple(spans))


def _alone(line: Line, token: Token) -> bool:
    """Whether nothing but marks parts the year from the dates and times of the line."""
    before, after = line.text[: token.start].rstrip(" .,;:(|\t"), line.text[token.end :].lstrip(" .,;:)|\t")
    ends = {mention.end for mention in line.mentions}
    starts_here = not before or len(before) in ends
    begins = {mention.start for mention in line.mentions}
    return starts_here and (not after or len(line.text) - len(after) in begins)


def _remark_line(
    drafts: Sequence[Draft], line: Line, clusters: Sequence[Cluster], lead: str, fields: Fields, section: Section
) -> None:
    """Remarks that hold for all meetings of the line."""
    words = _lead_words(lead)
    unread = _unread_ink(line, clusters)
    ink = line.text
    for draft in drafts:
        if draft.refused:
            continue
        draft.prose = len(words) >= 1 and not fields.first and not lead.rstrip().endswith(":")
        if len(words) >= _MANY_WORDS and draft.prose:
            draft.add("prose")
        elif draft.prose and not (section.meetings or line.times or draft.weekday is not None or _says_meeting(lead)):
            draft.add("maybe_not_meeting")
        if unread:
            draft.add("unread", ink=unread)
        if any(cluster.refused and cluster.refused not in _UNREADABLE for cluster in clusters):
            draft.add("other_date")
        _remark_words(draft, line, ink)


def _remark_neighbours(drafts: Sequence[Draft]) -> None:
    """Days in a row on one line, without times of their own, may be one meeting."""
    for first, second in zip(drafts, drafts[1:], strict=False):
        days = first.end_date and second.start_date and (second.start_date - first.end_date).days == 1
        if days and first.start_time == second.start_time:
            first.add("consecutive")
            second.add("consecutive")


def _remark_words(draft: Draft, line: Line, ink: str) -> None:
    moved = draft.has("moved") or draft.has("moved_from")
    if line.partly_struck:
        draft.add("struck")
    if not moved and cues.MOVED.search(ink):
        draft.add("changed" if re.search(r"nytt (?:mötes)?datum(?! (?:meddelas|kommer))", ink, re.IGNORECASE) else "moved_unknown")
    elif cues.CHANGED.search(ink) and not moved:
        draft.add("changed")
    weekday_said = any(token.kind is Kind.WEEKDAY for token in line.unread)
    if cues.ATTENTION.search(ink) and not weekday_said and not moved:
        draft.add("attention")
    if cues.maybe_document(line.text[: line.dates[0].start]):
        draft.add("maybe_document")
    if cues.SIGN_UP.search(ink) and not draft.own_time and not draft.has("other_date"):
        draft.add("maybe_deadline")
    plural = any(token.kind is Kind.WEEKDAYS for token in line.unread)
    if (plural and len(line.dates) == 1 and len(line.dates[0].spans) == 1) or cues.SERIES.search(ink):
        draft.add("series")
    if len(line.dates) == 1 and not draft.own_time and draft.location and cues.LETTER_HEAD.fullmatch(line.text[: line.dates[0].start]):
        draft.add("letter_date")
    if any(token.unsure and token.kind is Kind.OPAQUE for token in line.tokens):
        draft.add("number_or_day")


def _unread_ink(line: Line, clusters: Sequence[Cluster]) -> str:
    """Figures outside brackets that no one has understood."""
    loose = [token for token in line.unread if token.kind in (Kind.NUMBER, Kind.BAD) and not _in_bracket(line, token)]
    ink = [token.text for token in loose]
    ink += [line.text[m.start : m.end] for c in clusters if c.refused in _UNREADABLE for m in c.dates]
    return " ".join(ink)


def _in_bracket(line: Line, token: Token) -> bool:
    head = line.text[: token.start]
    return head.count("(") > head.count(")")
