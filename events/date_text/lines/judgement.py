"""Which dates of a line are meetings: not deadlines, stamps, references or the old dates of moved meetings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..tokens.mentions import DaySpan
from . import changes, non_meetings
from .cluster_times import give_times, main_times
from .clusters import Cluster, joined_clusters
from .line import Line
from .residue import clean

_EITHER = re.compile(r"(?<![^\W\d_])(?:eller|alt|alternativt)(?![^\W\d_])", re.IGNORECASE)
_RESERVE = re.compile(r"(?<![^\W\d_])reserv(?:datum|dag)?\W*\Z", re.IGNORECASE)
_MOVED_RANGE = re.compile(r"(?<![^\W\d_])(?:ändra|byt|flytta|senarelägg|tidigarelägg|skjut)", re.IGNORECASE)
_FROM_OLD = re.compile(r"(?:flyttat?|ändra[dt]|flyttas|ändras)\s+från\s*(?:den)?\s*\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;!?]\s|[()\n]|\s-\s")
_SENTENCES = ("deadline", "document", "reference", "stamp", "start")
_TOPICS = ("reference", "period", "start", "document")  # dates that a theme may name
# "7 och 14 april, ej 21 april"
_EXCEPTS = re.compile(r"[\s,;:(-]*(?:men |dock )?(?:ej|inte)\s*(?:den\s*)?", re.IGNORECASE)
_SENTENCE_WORD = re.compile(
    r"(?<![^\W\d_])(?:vi|ni|du|man|jag|ska|skall|vill|kan|måste|er|din|ditt|era|är|och|för|till|med|om)(?![^\W\d_])",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"[\s,]*i ?stället(?!\s+för)(?![^\W\d_])", re.IGNORECASE
)  # "krockar med 18 mars, vi tar 11 mars istället"
_LISTED = re.compile(r"[\s,]*(?:och|samt|&)?\s*", re.IGNORECASE)
_NEAR = 8  # characters: ", kl. "
_FROM = re.compile(r"(?<!\w)(?:från|from)\s+(?:den\s+)?\Z", re.IGNORECASE)
_CLAUSE_EDGE = re.compile(r"[,.;!?(\n-]")


def clusters_of(line: Line) -> list[Cluster]:
    """The line's dates with their times and words, in order; those that are no meetings carry `refused`."""
    times = main_times(line)
    clusters = joined_clusters(line, times)
    loose = [mention for mention in times if not any(mention in cluster.times for cluster in clusters)]
    for position, cluster in enumerate(clusters):
        previous = clusters[position - 1] if position else None
        following = clusters[position + 1] if position + 1 < len(clusters) else None
        clause = _CLAUSE.split(cluster.before)[-1]
        moved = _moved_within(cluster) or (
            _after(previous, cluster, clause) if previous else _first(cluster, following, clause)
        )
        if not moved:
            _refuse(line, cluster, clause, previous)
            if cluster.refused and previous:
                ink = cluster.before.strip(" \t\n,;:(-")
                topical = previous.stands and cluster.refused in _TOPICS and not re.search(r"[,;(]", ink)
                previous.after = _with_theme(line, cluster, previous) if topical else _before_cue(previous.after)
    if clusters:
        _words_first(clusters)
        give_times(clusters, loose)
    return clusters


def _moved_within(cluster: Cluster) -> bool:
    """'Ändrat från 7/2 till 14/2' looks like a range: only its end is a meeting."""
    worded = any(mention.worded for mention in cluster.dates)
    if not worded or not (changes.MOVED.search(cluster.before) or _MOVED_RANGE.search(cluster.before)):
        return False
    if len(cluster.spans) != 1 or cluster.spans[0].last is None:
        return False
    cluster.dates = [replace(cluster.dates[0], spans=(DaySpan(cluster.spans[0].last),))]
    cluster.remarks.append("moved")
    return True


def _after(previous: Cluster, cluster: Cluster, clause: str) -> bool:
    """What the words between two dates make of them: moved, a reserve or one of two."""
    instead = _INSTEAD.match(cluster.after) and not _LISTED.fullmatch(cluster.before)
    if instead or changes.MOVED_TO.search(cluster.before) or changes.ARROW.fullmatch(cluster.before):
        previous.dropped = True
        cluster.remarks.append("moved")
        cluster.times = cluster.times or previous.times
    elif _ends_with(changes.MOVED_FROM, cluster.before) and not (
        _of_something(cluster.before) or (len(previous.spans) > 1 and _EXCEPTS.fullmatch(cluster.before))
    ):
        cluster.dropped = True
        previous.after = f"{previous.after}\n{cluster.after}"
        previous.remarks.append("moved_from")
    elif _RESERVE.search(clause):
        previous.after = _RESERVE.sub("", previous.after)
        previous.remarks.append("other_date")
        cluster.remarks.append("reserve")
        cluster.times = cluster.times or previous.times
    elif _EITHER.search(cluster.before):
        previous.remarks.append("either")
        cluster.remarks.append("either")
    else:
        return False
    return True


def _first(cluster: Cluster, following: Cluster | None, clause: str) -> bool:
    """The same for the words before the first date."""
    if changes.MOVED_TO.search(clause):
        cluster.remarks.append("moved")
    elif following and _FROM_OLD.search(clause):
        cluster.dropped = True
        following.remarks.append("moved")
    else:
        return False
    return True


def _refuse(line: Line, cluster: Cluster, clause: str, previous: Cluster | None) -> None:
    """Refuses a date that cannot be read or that the words around it make something else than a meeting."""
    unreadable = next((mention.refused for mention in cluster.dates if mention.refused), "")
    timed = any(mention.last for mention in line.times)
    cluster.refused = unreadable or non_meetings.not_meeting_before(clause)
    if cluster.refused == "period" and cluster.last_time is not None and _FROM.search(clause):
        cluster.refused = ""  # "pågår från 6 oktober kl 10 till 7 oktober kl 15"
    if cluster.refused == "start" and non_meetings.begins_then(clause) and _is_timed(line, cluster):
        cluster.refused = ""
        cluster.remarks.append("maybe_not_meeting")
    if not cluster.refused and previous and _same_sentence(line, cluster, previous):
        cluster.refused = previous.refused
    if not cluster.refused and _ended_before(cluster, line):
        cluster.refused = "past_event"
    if not cluster.refused and non_meetings.refers(clause) and (not timed or previous):
        cluster.refused = "reference"
    if not cluster.refused and previous and previous.stands and timed and non_meetings.refers_beside(clause):
        cluster.refused = "reference"
    if not cluster.refused and non_meetings.deadline_after(cluster.after):
        if timed:
            cluster.remarks.append("maybe_deadline")
        else:
            cluster.refused = "deadline"


def _ended_before(cluster: Cluster, line: Line) -> bool:
    """Whether the sentence of a date tells of what has been, and another sentence with a date follows it."""
    told = non_meetings.tells_of_past(non_meetings.last_sentence(cluster.before))
    later = any(mention.start > cluster.end for mention in line.dates)
    return told and later and bool(non_meetings.SENTENCE_EDGE.search(cluster.after))


def _is_timed(line: Line, cluster: Cluster) -> bool:
    """Whether a clock is the first that follows the date."""
    return any(cluster.end <= mention.start <= cluster.end + _NEAR for mention in line.times)


def _of_something(ink: str) -> bool:
    """Whether "från" goes with a noun, "beslut från 18 november", and not with a move."""
    noun = re.search(r"([^\W\d_]+)\s+från\s*(?:den\s*)?\Z", ink, re.IGNORECASE)
    return bool(noun) and bool(clean(noun[1])) and not changes.MOVED.search(ink) if noun else False


def _same_sentence(line: Line, cluster: Cluster, previous: Cluster) -> bool:
    """Whether a date without a clock goes on with a sentence about a date that is no meeting."""
    ink = cluster.before
    linked = bool(clean(ink)) or re.fullmatch(r"\s*(?:är|blir)(?:\s+den)?\s*", ink, re.IGNORECASE)
    goes_on = bool(linked) and not re.search(r"[,.;!?:()\n]|\s-\s", ink)
    timed = any(mention.start > cluster.start for mention in line.times)
    return goes_on and not timed and previous.refused in _SENTENCES


def _with_theme(line: Line, cluster: Cluster, previous: Cluster) -> str:
    """The words after a meeting with the date that they name: "Uppföljning av beslut från 18 november"."""
    return previous.after + line.text[cluster.start : cluster.end] + cluster.after


def _before_cue(ink: str) -> str:
    """What belongs to the date before, of words that end in a cue for the date after: ", anmälan senast"."""
    edges = [found.start() for found in _CLAUSE_EDGE.finditer(ink)]
    tail = edges[-1] if edges else 0
    words = ink[tail : tail + non_meetings.cue_at(ink[tail:])]
    return ink[:tail] if _SENTENCE_WORD.search(words) else ink[:tail] + words


def _ends_with(pattern: re.Pattern[str], ink: str) -> bool:
    return any(not ink[found.end() :].lower().replace("den", "").strip(" \n:,") for found in pattern.finditer(ink))


def _words_first(clusters: Sequence[Cluster]) -> None:
    """Moves words to the date that they stand before: "Lerum 10/3, Ale 14/4"."""
    shown = [cluster for cluster in clusters if cluster.stands]
    lead = clusters[0].before
    if len(shown) < 2 or len(shown) != len(clusters) or not _has_words(lead) or lead.rstrip().endswith(":"):
        return
    between = [cluster.after for cluster in shown[:-1]]
    if not all(map(_has_words, between)) or any(map(non_meetings.SENTENCE_EDGE.search, between)):
        return
    if _has_words(non_meetings.SENTENCE_EDGE.split(shown[-1].after)[0]):
        for cluster in shown:
            cluster.remarks.append("words_unclear")
        return
    for cluster in reversed(shown[1:]):
        cluster.after = cluster.before
    shown[0].after, shown[0].before = lead, ""


def _has_words(ink: str) -> bool:
    return bool(clean(ink))
