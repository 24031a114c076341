"""From the dates and times of one line to the meetings that the line may hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from . import cues
from .lines import Line
from .mentions import DateMention, DaySpan, Mention, TimeMention
from .residue import clean
from .rows import Status
from .tokens import Kind
from .vocabulary import DAY_PARTS

_LIST_INK = re.compile(r"(?:[\s,;/&+|]|och|samt|o|resp\.?|respektive)*", re.IGNORECASE)
_RANGE_INK = re.compile(r"\s*(?:-+|till|t\.?o\.?m\.?)\s*", re.IGNORECASE)
_END_INK = re.compile(r"[\s,;-]*(?:slut\w*|avslut\w*)[\s:]*", re.IGNORECASE)
_EITHER = re.compile(r"(?<![^\W\d_])(?:eller|alt|alternativt)(?![^\W\d_])", re.IGNORECASE)
_RESERVE = re.compile(r"(?<![^\W\d_])reserv(?:datum|dag)?\W*\Z", re.IGNORECASE)
_NIGHT = 6  # an hour before this is more likely written for the afternoon
_CLAUSE = re.compile(r"[.;!?]\s|[()\n]|\s-\s")
_CLAUSE_EDGE = re.compile(r"[,.;!?(\n-]")


@dataclass(slots=True)
class Cluster:
    """Dates that share their words: `before` is the clause that leads up to them, `after` what follows them."""

    dates: list[DateMention]
    times: list[TimeMention] = field(default_factory=list)
    before: str = ""
    after: str = ""
    last_time: time | None = None  # the end of "3 oktober kl. 12-4 oktober kl. 13"
    remarks: list[str] = field(default_factory=list)
    refused: str = ""
    dropped: bool = False

    @property
    def spans(self) -> list[DaySpan]:
        return [span for mention in self.dates for span in mention.spans]

    @property
    def start(self) -> int:
        return self.dates[0].start

    @property
    def end(self) -> int:
        return self.dates[-1].end


def clusters_of(line: Line) -> list[Cluster]:
    """The line's dates with their times and words, in order; those that are no meetings carry `refused`."""
    times = _main_times(line)
    clusters = _joined(line, times)
    if not clusters:
        return []
    loose = [mention for mention in times if not any(mention in cluster.times for cluster in clusters)]
    _give_ink(line, clusters, times)
    _judge(line, clusters)
    _give_times(clusters, loose)
    return clusters


def _main_times(line: Line) -> list[TimeMention]:
    """The times outside brackets, or all times when those are the only ones."""
    outside = [mention for mention in line.times if not _inside_bracket(line.text, mention.start)]
    return outside or list(line.times)


def _inside_bracket(text: str, at: int) -> bool:
    head = text[:at]
    return head.count("(") > head.count(")")


def _joined(line: Line, times: Sequence[TimeMention]) -> list[Cluster]:
    """Clusters: dates with only commas or "och" between, and ranges whose ends carry times of their own."""
    sequence: list[Mention] = sorted([*line.dates, *times], key=lambda mention: mention.start)
    clusters: list[Cluster] = []
    for position, mention in enumerate(sequence):
        if not isinstance(mention, DateMention):
            continue
        previous = clusters[-1] if clusters else None
        if previous and _ends_range(line.text, sequence, position, previous):
            continue
        ink = line.text[previous.end : mention.start] if previous else "x"
        if previous and previous.last_time is None and not previous.times and _LIST_INK.fullmatch(ink):
            previous.dates.append(mention)
        else:
            clusters.append(Cluster([mention]))
    return clusters


def _ends_range(text: str, sequence: Sequence[Mention], position: int, cluster: Cluster) -> bool:
    """Joins "D kl. T - D kl. T" into one date with two times. True if the mention was the end of such a range."""
    if position < 2 or not isinstance(sequence[position - 1], TimeMention) or len(cluster.dates) != 1:
        return False
    opening, mention = sequence[position - 1], sequence[position]
    first = sequence[position - 2]
    if not isinstance(opening, TimeMention) or not isinstance(mention, DateMention) or first is not cluster.dates[0]:
        return False
    single = len(cluster.spans) == 1 and len(mention.spans) == 1 and not cluster.spans[0].last and opening.last is None
    ink = text[opening.end : mention.start]
    if not single or not (_RANGE_INK.fullmatch(ink) or _END_INK.fullmatch(ink)):
        return False
    if _END_INK.fullmatch(ink):
        cluster.remarks.append("days_with_times")
    closing = sequence[position + 1] if position + 1 < len(sequence) else None
    has_end = isinstance(closing, TimeMention) and re.fullmatch(r"[\s,]*", text[mention.end : closing.start])
    start, end = cluster.spans[0].first, mention.spans[0].first
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - ((start.month or 0) > (end.month or 0)))
    stop = closing.end if closing and has_end else mention.end
    cluster.dates[0] = replace(cluster.dates[0], end=stop, spans=(DaySpan(start, end),), remarks=cluster.dates[0].remarks + mention.remarks)
    cluster.times = [opening]
    if has_end and isinstance(closing, TimeMention):
        cluster.last_time = closing.first
        cluster.times.append(closing)
    elif opening.first:
        cluster.remarks.append("days_with_times")
    return True


def _give_ink(line: Line, clusters: Sequence[Cluster], times: Iterable[TimeMention]) -> None:
    """The words before and after each cluster, with the main times blanked out."""
    ink = line.text
    for mention in times:
        ink = ink[: mention.start] + "\n" * (mention.end - mention.start) + ink[mention.end :]
    for position, cluster in enumerate(clusters):
        begin = clusters[position - 1].end if position else 0
        end = clusters[position + 1].start if position + 1 < len(clusters) else len(ink)
        cluster.before, cluster.after = ink[begin : cluster.start], ink[cluster.end : end]


def _clause(ink: str) -> str:
    """The last clause of the words before a date."""
    return _CLAUSE.split(ink)[-1]


def _judge(line: Line, clusters: list[Cluster]) -> None:
    """Finds deadlines, stamps, references and the old dates of moved meetings among the clusters."""
    for position, cluster in enumerate(clusters):
        clause = _clause(cluster.before)
        worded = any(mention.worded for mention in cluster.dates)
        moved_range = (worded and cues.MOVED.search(cluster.before)) or (worded and re.search(r"ändra|byt", cluster.before, re.I))
        if moved_range and len(cluster.spans) == 1 and cluster.spans[0].last:
            only = cluster.spans[0].last
            cluster.dates[0] = replace(cluster.dates[0], spans=(DaySpan(only),))
            cluster.remarks.append("moved")
        elif position and (cues.MOVED_TO.search(cluster.before) or cues.ARROW.fullmatch(cluster.before)):
            _move(clusters[position - 1], cluster)
        elif position and _ends_with(cues.MOVED_FROM, cluster.before):
            cluster.dropped = True
            _keep_words(clusters[position - 1], cluster)
            clusters[position - 1].remarks.append("moved_from")
        elif position and _RESERVE.search(clause):
            clusters[position - 1].after = clusters[position - 1].after[: _RESERVE.search(cluster.before).start()]  # type: ignore[union-attr]
            clusters[position - 1].remarks.append("other_date")
            cluster.remarks.append("reserve")
            cluster.times = cluster.times or clusters[position - 1].times
        elif position and _EITHER.search(cluster.before):
            for one in (clusters[position - 1], cluster):
                one.remarks.append("either")
        elif not position and cues.MOVED_TO.search(clause):
            cluster.remarks.append("moved")
        elif not position and len(clusters) > 1 and re.search(r"(?:flyttat?|ändra[dt]|flyttas|ändras)\s+från\s*(?:den)?\s*$", clause, re.I):
            cluster.dropped = True
            clusters[1].remarks.append("moved")
        else:
            cluster.refused = next((m.refused for m in cluster.dates if m.refused), "") or cues.not_meeting_before(clause)
            _judge_after(line, cluster, clause)
            if cluster.refused and position:
                clusters[position - 1].after = _before_cue(clusters[position - 1].after)
    _words_first(clusters)


def _before_cue(ink: str) -> str:
    """What belongs to the date before, of words that end in a cue for the date after: ", anmälan senast"."""
    edges = [found.start() for found in _CLAUSE_EDGE.finditer(ink)]
    return ink[: edges[-1]] if edges else ""


def _words_first(clusters: Sequence[Cluster]) -> None:
    """Moves words to the date that they stand before: "Lerum 10/3, Ale 14/4"."""
    shown = [cluster for cluster in clusters if not cluster.dropped and not cluster.refused]
    lead = clusters[0].before
    if len(shown) < 2 or len(shown) != len(clusters) or not _has_words(lead) or lead.rstrip().endswith(":"):
        return
    if not all(_has_words(cluster.after) for cluster in shown[:-1]):
        return
    if _has_words(shown[-1].after):
        for cluster in shown:
            cluster.remarks.append("words_unclear")
        return
    for cluster in reversed(shown[1:]):
        cluster.after = cluster.before
    shown[0].after, shown[0].before = lead, ""


def _has_words(ink: str) -> bool:
    return bool(clean(ink))


def _judge_after(line: Line, cluster: Cluster, clause: str) -> None:
    timed = any(mention.last for mention in line.times)
    if not cluster.refused and cues.refers(clause) and not timed:
        cluster.refused = "reference"
    if not cluster.refused and cues.deadline_after(cluster.after):
        if timed:
            cluster.remarks.append("maybe_deadline")
        else:
            cluster.refused = "deadline"


def _ends_with(pattern: re.Pattern[str], ink: str) -> bool:
    return any(not ink[found.end() :].lower().replace("den", "").strip(" \n:,") for found in pattern.finditer(ink))


def _move(old: Cluster, new: Cluster) -> None:
    old.dropped = True
    new.remarks.append("moved")
    new.times = new.times or old.times


def _keep_words(kept: Cluster, dropped: Cluster) -> None:
    kept.after = f"{kept.after}\n{dropped.after}"


def _give_times(clusters: Sequence[Cluster], loose: Sequence[TimeMention]) -> None:
    """Gives each cluster the times that stand after it, or all of them a time that stands first or last."""
    meetings = [cluster for cluster in clusters if not cluster.refused and not cluster.dropped]
    if not loose or not meetings:
        return
    before = [mention for mention in loose if mention.start < clusters[0].start]
    owners = list(clusters)
    for position, cluster in enumerate(owners):
        end = owners[position + 1].start if position + 1 < len(owners) else None
        own = [mention for mention in loose if mention.start >= cluster.end and (end is None or mention.start < end)]
        if cluster.last_time is None:
            cluster.times = own or cluster.times
    for cluster in clusters:
        if cluster.refused or cluster.dropped:
            _pass_on(clusters, cluster)
    if before and not any(cluster.times for cluster in meetings):
        for cluster in meetings:
            cluster.times = list(before)
    elif before:
        _times_first(meetings, before)
    elif len(meetings) > 1:
        _share_last(meetings)


def _pass_on(clusters: Sequence[Cluster], cluster: Cluster) -> None:
    """A time after a dropped or refused date belongs to the meeting before it, unless that has one."""
    position = clusters.index(cluster)
    if not cluster.times or not cluster.dropped:
        return
    for other in (*clusters[position + 1 :], *reversed(clusters[:position])):
        if not other.dropped and not other.refused:
            other.times = other.times or cluster.times
            return


def _times_first(meetings: Sequence[Cluster], before: Sequence[TimeMention]) -> None:
    if len(meetings) == 1:
        meetings[0].times = [*before, *meetings[0].times]
        return
    for cluster in meetings:
        cluster.times = []
        cluster.remarks.append("time_unclear")


def _share_last(meetings: Sequence[Cluster]) -> None:
    timed = [bool(cluster.times) for cluster in meetings]
    if all(timed) or not any(timed):
        return
    if timed == [False] * (len(meetings) - 1) + [True]:
        for cluster in meetings[:-1]:
            cluster.times = meetings[-1].times
    for cluster in meetings:
        cluster.remarks.append("time_unclear")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meeting of a line, before headings and defaults: the span, its times and what its words say."""

    span: DaySpan
    first_time: time | None
    last_time: time | None
    ink: str
    status: Status
    remarks: tuple[str, ...]
    whole_day: bool
    weeks: tuple[int, ...]
    struck_part: bool = False


def candidates_of(line: Line, cluster: Cluster, lead: str) -> list[Candidate]:
    """The cluster's meetings. `lead` is ink before the line's first date, which all its meetings share."""
    first, last, remarks = _times(cluster)
    ink = f"{lead}\n{cluster.after}"
    status, codes = _status(line, ink)
    remarks += [*cluster.remarks, *codes, *(code for mention in cluster.dates for code in mention.remarks)]
    parts = {DAY_PARTS[token.text.rstrip(".")] for token in line.unread if token.kind is Kind.PART}
    if not first and parts - {"whole"}:
        remarks.append("part_of_day")
    weeks = tuple(token.value[0] for token in line.unread if token.kind is Kind.WEEK)
    if ("either" in cluster.remarks or "reserve" in cluster.remarks) and status == "planned":
        status = "tentative"
    first, last, early = _daytime(first, last, parts)
    remarks += early
    spans = _with_weekday(line, cluster.spans)
    found: list[Candidate] = []
    for span in spans:
        begin, end, lunch = _lunch(span, first, last, ink)
        codes = ["days_with_times"] if span.last and begin and not lunch and cluster.last_time is None else []
        found.append(
            Candidate(span, begin, end, ink, status, tuple(remarks + codes + lunch), "whole" in parts, weeks)
        )
    if len(found) > 1 and status == "cancelled":
        return _only_last(found)
    if len(found) > 1 and re.match(r"\s*[(\[]", cluster.after) and clean(cluster.after):
        return [replace(one, remarks=(*one.remarks, "words_unclear")) for one in found]
    return found


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


def _daytime(first: time | None, last: time | None, parts: set[str]) -> tuple[time | None, time | None, list[str]]:
    """Hours as of the day: "1-3 em" is 13-15; hours of the night without a word for it are doubted."""
    if first is None or first.hour > _NIGHT:
        return first, last, []
    if "afternoon" not in parts and "evening" not in parts:
        return first, last, ["early_hours"] if first.hour < _NIGHT else []
    later = last.replace(hour=last.hour + 12) if last and last.hour < 12 else last
    return first.replace(hour=first.hour + 12), later, ["afternoon"]


def _lunch(span: DaySpan, first: time | None, last: time | None, ink: str) -> tuple[time | None, time | None, list[str]]:
    """Noon to noon for "lunch till lunch" over two days, unless the words call that off."""
    found = re.search(r"lunch\s*(?:-|till)\s*lunch\w*", ink, re.IGNORECASE)
    if not found:
        return first, last, []
    if first or cues.CANCELLED.search(ink[found.end() :]) or span.last is None:
        return first, last, ["unread_lunch"]
    return time(12), time(12), ["lunch"]


def _status(line: Line, ink: str) -> tuple[Status, list[str]]:
    verdict = cues.cancellation(ink)
    if line.struck and not verdict:
        return "cancelled", ["changed"]
    if verdict == "cancelled":
        return "cancelled", []
    codes = [verdict] if verdict else []
    if cues.RESERVE.search(ink):
        return "tentative", [*codes, "reserve"]
    if cues.TENTATIVE.search(ink) or re.search(r"\?", ink):
        return "tentative", codes
    return "planned", codes


def _with_weekday(line: Line, spans: list[DaySpan]) -> list[DaySpan]:
    """The only span with the only weekday that stands elsewhere on the line: "7 februari (fredag)"."""
    days = [token for token in line.unread if token.kind is Kind.WEEKDAY]
    if len(spans) != 1 or len(days) != 1 or spans[0].first.weekday is not None:
        return spans
    day = days[0]
    if day.text.rstrip(".") in ("tor", "sön", "lör", "ti", "to", "on") and "." not in day.text:
        return spans
    return [replace(spans[0], first=replace(spans[0].first, weekday=day.value[0]))]
