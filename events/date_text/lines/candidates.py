"""From the dates and times of one line to the meetings that the line may hold."""

import re
from dataclasses import dataclass, replace
from datetime import time

from ..tokens.mentions import DaySpan, TimeMention
from ..tokens.token import Kind
from ..tokens.vocabulary import DAY_PARTS
from . import changes
from .clusters import Cluster
from .line import Line
from .non_meetings import NOT_A_BODY
from .places import find_where
from .residue import clean, split_pieces

_NIGHT = 6  # an hour before this is more likely written for the afternoon
_HALF = re.compile(r"(?<!\w)(?:efter|före|innan) lunch(?!\w)", re.IGNORECASE)
_TO_LUNCH = re.compile(r"(?<!\w)(?:fram )?till lunch(?!\w)", re.IGNORECASE)
_BOUND = re.compile(
    rf"(?<![^\W\d_]){NOT_A_BODY}(?:slut|start|börj|till(?!\w)|klar|färdig|fram(?!\w)|håll|end|until|begin)",
    re.IGNORECASE,
)
_ON_THE = re.compile(r"[ .,]*(?:(?:på|i) )?")  # "kl 7 på kvällen"
_NAMES = ("tor", "sön", "lör", "fred", "ti", "to", "on")  # weekdays that are names or words when no full stop follows


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meeting of a line, before headings and defaults: the span, its times and what its words say."""

    span: DaySpan
    first_time: time | None
    last_time: time | None
    ink: str
    status: changes.Status
    remarks: tuple[str, ...]
    whole_day: bool
    weeks: tuple[int, ...]
    reason: str = ""  # why it is cancelled


def candidates_of(line: Line, cluster: Cluster, lead: str) -> list[Candidate]:
    """The cluster's meetings. `lead` is ink before the line's first date, which all its meetings share."""
    first, last, remarks = _times(cluster)
    ink, reason = changes.without_reason(f"{lead}\n{cluster.after}")
    ink, reason, doubt = _reason_beside(ink, reason)
    status, codes = _status(line, ink)
    codes += doubt
    remarks += [*cluster.remarks, *codes, *(code for mention in cluster.dates for code in mention.remarks)]
    if first and not last and any(_starts_or_ends(line, one) for one in line.times if one not in cluster.times):
        remarks.append("times_left_over")
    if len(cluster.times) == 1 and _starts_a_part(line.text, cluster.times[0]):
        remarks.append("start_of_part")
    if len(cluster.times) == 1 and _minutes_or_count(line.text, cluster.times[0]):
        remarks.append("minutes_or_count")
    if changes.SAME.search(ink) or changes.DITTO.search(line.text):
        remarks.append("same_as_above")
    parts = {DAY_PARTS[token.text.rstrip(".")] for token in line.unread if token.kind is Kind.PART}
    if not first and (parts - {"whole"} or _HALF.search(ink)):
        remarks.append("part_of_day")
    weeks = tuple(token.value[0] for token in line.unread if token.kind is Kind.WEEK)
    if ("either" in cluster.remarks or "reserve" in cluster.remarks) and status == "planned":
        status = "tentative"
    first, last, early = _daytime(first, last, parts, _beside_part(line, cluster))
    remarks += early
    spans = _with_weekday(line, cluster.spans)
    found: list[Candidate] = []
    for span in spans:
        begin, end, lunch = _lunch(span, first, last, ink)
        codes = ["days_with_times"] if span.last and begin and not lunch and cluster.last_time is None else []
        found.append(
            Candidate(span, begin, end, ink, status, tuple(remarks + codes + lunch), "whole" in parts, weeks, reason)
        )
    if len(found) > 1 and status == "cancelled" and not line.struck:
        return _only_last(found)
    if len(found) > 1 and re.match(r"\s*[(\[]", cluster.after) and clean(cluster.after):
        return [replace(one, remarks=(*one.remarks, "words_unclear")) for one in found]
    return found


def _reason_beside(ink: str, reason: str) -> tuple[str, str, list[str]]:
    """(ink, reason, codes): words beside a cancellation are its reason where the meeting has its theme already."""
    rest, words = changes.after_cancellation(ink)
    if reason or not words or not find_where(split_pieces(words)).theme or changes.MOVED.search(words):
        return ink, reason, []
    if find_where(split_pieces(rest)).theme:
        return rest, words, []
    return ink, "", ["reason_or_theme"]


def _starts_a_part(text: str, mention: TimeMention) -> bool:
    """Whether a time may hold for one item only: "från kl 13 Delregionala tillväxtmedel"."""
    from_then = re.search(r"(?<![^\W\d_])från\s*\Z", text[: mention.start], re.IGNORECASE)
    item = re.match(r"\s+(?!(?:i|på|hos|via|och|till|på|med)\s)[^\W\d_]", text[mention.end :], re.IGNORECASE)
    return mention.last is None and bool(from_then and item)


def _starts_or_ends(line: Line, mention: TimeMention) -> bool:
    """Whether a time in a bracket is a start or an end: "kl 13 (håller på till 15)", but not "(gruppmöten kl 17)"."""
    lead = line.text[: mention.start].rpartition("(")[2]
    return line.in_bracket(mention.start) and bool(_BOUND.search(lead))


def _minutes_or_count(text: str, mention: TimeMention) -> bool:
    """Whether a figure right after a bare hour may be its minutes: "kl 13 15 personer anmälda"."""
    if not re.search(r"(?<![\d.:])\d{1,2}\Z", text[: mention.end]):
        return False
    minutes = re.match(r" +([0-5]\d)(?![\d.:/-])", text[mention.end :])
    return bool(minutes) and (mention.last is None or int(minutes[1]) % 15 == 0) if minutes else False


def _only_last(found: list[Candidate]) -> list[Candidate]:
    """A list of days of which the last, or perhaps all, are cancelled: a person has to look."""
    rest = [replace(one, status="planned", remarks=(*one.remarks, "partly_cancelled")) for one in found[:-1]]
    return [*rest, replace(found[-1], remarks=(*found[-1].remarks, "partly_cancelled"))]


def _times(cluster: Cluster) -> tuple[time | None, time | None, list[str]]:
    """The start and end of the cluster's meetings, with codes."""
    if not cluster.times:
        return None, None, []
    if cluster.last_time is not None:
        return cluster.times[0].first, cluster.last_time, []
    ranged = [mention for mention in cluster.times if mention.last]
    chosen = ranged[0] if ranged else cluster.times[0]
    remarks = list(chosen.remarks)
    if len(cluster.times) > 1:
        remarks.append("times_left_over")
    if "backward_times" in remarks:
        return None, None, remarks
    return chosen.first, chosen.last, remarks


def _beside_part(line: Line, cluster: Cluster) -> bool:
    """Whether "em" or "kväll" stands right beside the time: "kl 7 em", "em kl 7-9"."""
    if len(cluster.times) != 1:
        return False
    mention = cluster.times[0]
    parts = [token for token in line.unread if token.kind is Kind.PART]
    return any(
        _ON_THE.fullmatch(line.text[mention.end : token.start]) if token.start >= mention.end
        else _ON_THE.fullmatch(line.text[token.end : mention.start])
        for token in parts
    )  # fmt: skip


def _daytime(
    first: time | None, last: time | None, parts: set[str], beside: bool
) -> tuple[time | None, time | None, list[str]]:
    """Hours as of the day: "1-3 em" is 13-15; hours of the night without a word for it are doubted."""
    if first is None or first.hour >= 12 or (first.hour > _NIGHT and not (parts & {"afternoon", "evening"})):
        return first, last, []
    if first.hour > _NIGHT and not (beside and (last is None or last.hour < 12)):
        return first, last, ["early_hours"]
    if "afternoon" not in parts and "evening" not in parts:
        return first, last, ["early_hours"] if first.hour < _NIGHT else []
    later = last.replace(hour=last.hour + 12) if last and last.hour < 12 else last
    begin = first.replace(hour=first.hour + 12)
    return (None, None, ["backward_times"]) if later and later <= begin else (begin, later, ["afternoon"])


def _lunch(
    span: DaySpan, first: time | None, last: time | None, ink: str
) -> tuple[time | None, time | None, list[str]]:
    """Noon to noon for "lunch till lunch" over two days, unless the words call that off."""
    found = re.search(r"lunch\s*(?:-|till)\s*lunch\w*", ink, re.IGNORECASE)
    if not found and first and not last and first.hour < 12 and span.last is None and _TO_LUNCH.search(ink):
        return first, time(12), ["lunch"]
    if not found:
        return first, last, []
    if first or changes.CANCELLED.search(ink[found.end() :]) or span.last is None:
        return first, last, ["unread_lunch"]
    return time(12), time(12), ["lunch"]


def _status(line: Line, ink: str) -> tuple[changes.Status, list[str]]:
    verdict = changes.cancellation(ink)
    if line.struck and not verdict:
        return "cancelled", ["changed"]
    if verdict == "cancelled":
        return "cancelled", []
    codes = [verdict] if verdict else []
    ink = changes.NOT_TENTATIVE.sub(" ", changes.LINK.sub(" ", ink))
    if changes.RESERVE.search(ink):
        return "tentative", [*codes, "reserve"]
    if "?" in ink:
        return "tentative", [*codes, "question"]
    if changes.TENTATIVE.search(ink):
        return "tentative", codes
    if changes.PRELIMINARY_NOUN.search(ink):
        codes.append("status_unclear")
    return "planned", codes


def _with_weekday(line: Line, spans: list[DaySpan]) -> list[DaySpan]:
    """The only span with the only weekday that stands elsewhere on the line: "7 februari (fredag)"."""
    days = [token for token in line.unread if token.kind is Kind.WEEKDAY]
    if len(spans) != 1 or len(days) != 1 or spans[0].first.weekday is not None:
        return spans
    day = days[0]
    if day.text.rstrip(".") in _NAMES and "." not in day.text:
        return spans
    return [replace(spans[0], first=replace(spans[0].first, weekday=day.value[0]))]
