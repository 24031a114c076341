"""Dates of one line that belong together, each cluster with the words before and after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from ..tokens.mentions import DateMention, DaySpan, Mention, TimeMention
from .line import Line

_LIST_INK = re.compile(r"(?:[\s,;/&+|]|och|samt|o|resp\.?|respektive)*", re.IGNORECASE)
_RANGE_INK = re.compile(r"\s*(?:-+|till|t\.?o\.?m\.?)\s*", re.IGNORECASE)
_END_INK = re.compile(r"[\s,;-]*(?:slut\w*|avslut\w*)[\s:]*", re.IGNORECASE)


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
    def stands(self) -> bool:
        """Whether the dates are meetings still to be shown."""
        return not self.refused and not self.dropped

    @property
    def spans(self) -> list[DaySpan]:
        return [span for mention in self.dates for span in mention.spans]

    @property
    def start(self) -> int:
        return self.dates[0].start

    @property
    def end(self) -> int:
        return self.dates[-1].end


def joined_clusters(line: Line, times: Sequence[TimeMention]) -> list[Cluster]:
    """Clusters in order: dates with only commas or "och" between, and ranges whose ends carry times of their own."""
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
    _give_ink(line, clusters, times)
    return clusters


def _ends_range(text: str, sequence: Sequence[Mention], position: int, cluster: Cluster) -> bool:
    """Joins "D kl. T - D kl. T" into one date with two times. True if the mention was the end of such a range."""
    if position < 2 or sequence[position - 2] is not cluster.dates[-1]:
        return False
    opening, mention = sequence[position - 1], sequence[position]
    if not isinstance(opening, TimeMention) or not isinstance(mention, DateMention) or opening.last:
        return False
    if opening.first is None:  # a lonely "kl"
        return False
    if len(cluster.spans) != 1 or len(mention.spans) != 1 or cluster.spans[0].last:
        return False
    ink = text[opening.end : mention.start]
    if not (_RANGE_INK.fullmatch(ink) or _END_INK.fullmatch(ink)):
        return False
    closing = _closing_time(text, sequence, position)
    if _END_INK.fullmatch(ink) or closing is None:
        cluster.remarks.append("days_with_times")
    _stretch(cluster, mention, opening, closing)
    return True


def _closing_time(text: str, sequence: Sequence[Mention], position: int) -> TimeMention | None:
    """The time right after the last day of a range."""
    following = sequence[position + 1] if position + 1 < len(sequence) else None
    if not isinstance(following, TimeMention):
        return None
    return following if not text[sequence[position].end : following.start].strip(" ,\t") else None


def _stretch(cluster: Cluster, mention: DateMention, opening: TimeMention, closing: TimeMention | None) -> None:
    """Makes the cluster's only date reach to the mention's, with the times at both ends."""
    start, end, only = cluster.spans[0].first, mention.spans[0].first, cluster.dates[0]
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - ((start.month or 0) > (end.month or 0)))
    stop = closing.end if closing else mention.end
    cluster.dates = [replace(only, end=stop, spans=(DaySpan(start, end),), remarks=only.remarks + mention.remarks)]
    cluster.times = [opening, closing] if closing else [opening]
    cluster.last_time = closing.first if closing else None


def _give_ink(line: Line, clusters: Sequence[Cluster], times: Sequence[TimeMention]) -> None:
    """The words before and after each cluster, with the times blanked out."""
    ink = line.text
    for mention in times:
        ink = ink[: mention.start] + "\n" * (mention.end - mention.start) + ink[mention.end :]
    edges = [0, *(cluster.end for cluster in clusters)]
    starts = [*(cluster.start for cluster in clusters), len(ink)]
    for position, cluster in enumerate(clusters):
        cluster.before = ink[edges[position] : starts[position]]
        cluster.after = ink[cluster.end : starts[position + 1]]
