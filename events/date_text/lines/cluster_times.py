"""Which date of a line a time belongs to."""

from collections.abc import Sequence

from ..tokens.mentions import TimeMention
from . import changes
from .clusters import Cluster
from .line import Line
from .non_meetings import SENTENCE_EDGE


def main_times(line: Line) -> list[TimeMention]:
    """The times outside brackets or beside a date in one, or all times when those are the only ones."""
    dates = [mention.end for mention in line.dates if line.in_bracket(mention.start)]
    outside = [
        mention
        for mention in line.times
        if not line.in_bracket(mention.start)
        or any(end <= mention.start and ")" not in line.text[end : mention.start] for end in dates)
    ]
    return outside or list(line.times)


def give_times(clusters: Sequence[Cluster], loose: Sequence[TimeMention]) -> None:
    """Gives each cluster the times that stand after it, or all of them a time that stands first or last."""
    meetings = [cluster for cluster in clusters if cluster.stands]
    if not loose or not meetings:
        return
    before = [mention for mention in loose if mention.start < clusters[0].start]
    _give_following(clusters, loose)
    for cluster in clusters:
        if cluster.dropped or cluster.refused == "no_meeting":
            _pass_on(clusters, cluster)
        elif cluster.refused and any(mention.last for mention in cluster.times):
            _doubt_time(meetings, cluster)
    if before and not any(cluster.times for cluster in meetings):
        for cluster in meetings:
            cluster.times = list(before)
    elif before and not _of_sentence_before(clusters[0], meetings):
        _times_first(meetings, before)
    elif len(meetings) > 1:
        _share_last(meetings)


def _give_following(clusters: Sequence[Cluster], loose: Sequence[TimeMention]) -> None:
    for position, cluster in enumerate(clusters):
        end = clusters[position + 1].start if position + 1 < len(clusters) else None
        own = [mention for mention in loose if mention.start >= cluster.end and (end is None or mention.start < end)]
        if cluster.last_time is None:
            cluster.times = own or cluster.times


def _pass_on(clusters: Sequence[Cluster], dropped: Cluster) -> None:
    """A time after the old date of a moved meeting belongs to the new one, unless that has a time."""
    if not dropped.times:
        return
    position = list(clusters).index(dropped)
    if dropped.refused:  # "7, 14 och 28 april, inte 21 april, kl 9"
        for other in clusters[:position]:
            other.times = other.times or dropped.times
        return
    for other in (*clusters[position + 1 :], *reversed(clusters[:position])):
        if other.stands:
            other.times = other.times or dropped.times
            return


def _doubt_time(meetings: Sequence[Cluster], refused: Cluster) -> None:
    """Hours after a deadline may be those of the meeting: "7 april, anmälan senast 3 april, kl 9-11"."""
    for cluster in meetings:
        if not cluster.times:
            cluster.times = refused.times
            cluster.remarks.append("time_unclear")


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
            cluster.times = [] if _called_off(cluster) else meetings[-1].times
    for cluster in meetings:
        cluster.remarks.append("time_unclear")


def _called_off(cluster: Cluster) -> bool:
    """Whether a sentence ends with the words that call a meeting off: the clock of the next is of another."""
    found = SENTENCE_EDGE.search(cluster.after)
    return found is not None and changes.cancellation(cluster.after[: found.start()]) == "cancelled"


def _of_sentence_before(first: Cluster, meetings: Sequence[Cluster]) -> bool:
    """Whether a clock stands in a sentence before the first date, and the meetings have clocks of their own."""
    edges = list(SENTENCE_EDGE.finditer(first.before))
    if not edges or "\n" in first.before[edges[-1].end() :] or not all(cluster.times for cluster in meetings):
        return False
    for cluster in meetings:
        cluster.remarks.append("times_left_over")
    return True
