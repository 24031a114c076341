"""Words of a line that no field holds and no rule knows: the last check before a row is said to be read."""

import re
from collections.abc import Iterator, Sequence

from ..tokens.token import Kind
from . import changes, non_meetings
from .clusters import Cluster
from .line import Line
from .residue import LEAD_UP, clean
from .ways_to_meet import MODE

_MOST_SHOWN = 6
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNDERSTOOD = (
    changes.CANCELLED, changes.TENTATIVE, changes.NOT_TENTATIVE, changes.PRELIMINARY_NOUN, changes.MOVED,
    changes.MOVED_TO, changes.MOVED_FROM, changes.CHANGED, changes.RESERVE, changes.SERIES, changes.SAME,
    LEAD_UP, changes.DITTO, changes.CAVEAT, changes.ATTENTION, changes.LINK, non_meetings.WELCOME,
    re.compile(rf"(?<!\w)(?:{MODE})(?!\w)", re.IGNORECASE),
)  # fmt: skip
# Small words that lead up to a place, a time or a date.
_SMALL = re.compile(
    r"i|på|hos|vid|via|av|för|med|som|att|till|från|om|men|ny|nya|nytt|en|ett|ca|cirka|hela|dagen|både|den|det|de|kl"
    r"|in|at|on|the|to|of|and|from|room|plats(?:en)?|lokal(?:en)?|tid(?:en)?|tema|datum|dag|möte[nst]?|träff(?:en|ar)?"
    r"|inget|annat|anges|är|blir|har|vi|ni|du|kommer|ska|skall|hålls|sker|äger|rum|börjar|slutar|startar|start|slut"
    r"|mellan|och|samt|eller|fram|vecka|veckan|ordinarie|extra|första|andra|sista|nästa|kommande|varje|alla"
    r"|grund|\w*möte[nt]?|\w*träff(?:en|ar)?|genomförs|arrangeras|\w*plan(?:en)?"
)


def unheard(line: Line, clusters: Sequence[Cluster], lead: str, said: str) -> str:
    """The words of the line that are neither in `said`, all that its rows show, nor understood; in their order.

    `lead` is the ink before the first date, less a heading on the same line.
    """
    heard = said.casefold()
    left = [
        token
        for token in line.unread
        if token.kind in (Kind.WORD, Kind.OPAQUE)
        and token.text not in heard
        and _LETTERS.search(token.text)
        and not _SMALL.fullmatch(token.text)
        and clean(token.text)
    ]
    if not left:
        return ""
    spans = list(_spans(line, clusters))
    if lead != clusters[0].before:  # a heading that has been read
        spans.append((0, clusters[0].start))
    words = [token.text for token in left if not any(begin <= token.start < end for begin, end in spans)]
    return " ".join(words[:_MOST_SHOWN])


def _spans(line: Line, clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """The parts of the line that a rule has understood, and those that lead up to a date that is no meeting."""
    for pattern in _UNDERSTOOD:
        yield from (found.span() for found in pattern.finditer(line.text))
    end = 0
    for cluster in clusters:
        if not cluster.stands and _has_cue(cluster):
            yield end + non_meetings.cue_at(cluster.before), cluster.end
        end = cluster.end


def _has_cue(cluster: Cluster) -> bool:
    """Whether the words before a date tell why it is no meeting, rather than those before an earlier one."""
    return cluster.dropped or bool(
        non_meetings.not_meeting_before(cluster.before)
        or non_meetings.refers(cluster.before)
        or non_meetings.refers_beside(cluster.before)
    )
