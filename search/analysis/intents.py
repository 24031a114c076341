"""Works out what a query asks for besides words: the next meeting, meetings as such, cancelled or moved ones. Pure.

"när träffas socialcheferna" asks for the next meeting of "socialcheferna". The words that only ask are left out of
``rest``, so that "nästa" and "möte" do not decide which hits are best.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from .folding import fold
from .periods import Period, take_period
from .words import is_stop_word, spans

# Each of these is asked for in any of its forms.
_MEETINGS_TEXT = """
möte möten mötet mötena träff träffar träffen träffarna sammanträde sammanträden sammanträdet sammanträdena
sammankomst sammankomster sammankomsten mötestillfälle mötestillfällen meeting meetings
"""
_MEETINGS = frozenset(fold(_MEETINGS_TEXT).split())
_MEETING_DAYS_TEXT = """
mötesdag mötesdagar mötesdagarna mötesdatum mötesdatumen mötestid mötestider mötestiderna mötesschema
mötesplan sammanträdesdag sammanträdesdagar sammanträdesdatum sammanträdestid sammanträdestider
sammanträdesplan
"""
_MEETING_DAYS = frozenset(fold(_MEETING_DAYS_TEXT).split())
_WHEN = (
    "nar", "vilken dag", "vilka dagar", "vilket datum", "vilka datum", "vilken tid", "vilken vecka", "hur dags",
    "when", "what day", "which day", "what date", "which date", "what time",
)  # fmt: skip
_MEET_TEXT = """
träffas träffs möts mötas ses sammanträder sammanträda samlas meet meets
"""
_MEET = frozenset(fold(_MEET_TEXT).split())
# What stands beside the question and says nothing about what is asked for.
_AROUND_TEXT = """
nästa nästkommande kommande framtida planerade planerat planerad inplanerade gång gången igen härnäst brukar
äger rum hålls håller händer sker next upcoming coming future planned time times date dates schedule again
held do does will happen happens happening är blir
"""
_AROUND = frozenset(fold(_AROUND_TEXT).split())
_NEXT = frozenset({"nasta", "nastkommande", "next", "harnast"})
_CANCELLED = frozenset({"installt", "installd", "installda", "cancelled", "canceled"})
_MOVED_TEXT = """
flyttat flyttad flyttade framflyttat framflyttade uppskjutet uppskjutna moved postponed rescheduled
"""
_MOVED = frozenset(fold(_MOVED_TEXT).split())
_PAPERS_TEXT = """
anteckningar anteckningarna minnesanteckningar minnesanteckning mötesanteckningar protokoll protokollet
protokollen dagordning dagordningar dagordningen kallelse kallelser kallelsen handlingar handlingarna dokument
dokumenten minutes agenda agendas document documents papers
"""
_PAPERS = frozenset(fold(_PAPERS_TEXT).split())
# Left over from a question with nothing else in it: "vilka möten är det", "vad händer i maj", "visa alla möten".
_EMPTY_TEXT = """
visa alla vilka vilket några någon något finns man ha show list all any there we
"""
_EMPTY = frozenset(fold(_EMPTY_TEXT).split())
# A question begins with one of these, and the words below then only carry it: "vem kan jag kontakta om", "kan man".
_QUESTIONS_TEXT = """
vem vilka vilken vilket vad hur var kan får måste ska finns varför who what how which where can may must does do
is are why
"""
_QUESTIONS = frozenset(fold(_QUESTIONS_TEXT).split())
_WHO = frozenset({"vem", "vilka", "vilken", "vilket", "finns", "who", "which"})
_CARRYING_TEXT = """
jag man vi du ni mig kan kunna får få måste ska skall vill bör finns gör göra komma kommer gå går delta deltar
besöka hitta hittar veta kontakta kontaktar ringa ringer mejla mejlar maila nå når prata fråga ansvarar ansvarig
jobbar arbetar sitter ingår leder driver gäller fungerar står någon något
can may must should could would there we you one go attend come find know contact call ask works work sits leads
responsible someone something
"""
_CARRYING = frozenset(fold(_CARRYING_TEXT).split())


@dataclass(frozen=True)
class Asked:
    """``rest`` is the query without the words that only ask, '' if no others are left, and ``words`` what it has.

    ``next``: when something is, or the next meeting. ``meetings``: meetings as such. ``question``: something else
    about the rest, as in "vem ansvarar för". ``who``: a question of who does something.
    """

    rest: str
    period: Period | None = None
    next: bool = False
    meetings: bool = False
    cancelled: bool = False
    moved: bool = False
    question: bool = False
    who: bool = False
    words: tuple[str, ...] = field(default=())

    @property
    def anything(self) -> bool:
        return bool(self.period or self.next or self.meetings or self.cancelled or self.moved)


def asked(query: str, today: date) -> Asked:
    """What ``query`` (lower case, NFC) asks for. Nothing if it names documents, which the words find."""
    if any(fold(word) in _PAPERS for _, _, word in spans(query)):
        return Asked(query)
    taken = take_period(query, today)
    if taken:
        rest, period = taken
        found = _asked_besides(rest, period)
        # Beside a name "maj" may be one too, but in "möten kommunchefer 2027" the year is a time.
        if period.sure or not found.words or (period.kind != "month" and (found.next or found.meetings)):
            return found
    return _asked_besides(query, None)


def _asked_besides(query: str, period: Period | None) -> Asked:
    """What ``query``, from which ``period`` has been taken, asks for."""
    written = list(spans(query))
    said = [fold(word) for _, _, word in written]
    when = _phrases(said, _WHEN)
    days = {place for place, word in enumerate(said) if word in _MEETING_DAYS}
    meetings = {place for place, word in enumerate(said) if word in _MEETINGS} | days
    meet = {place for place, word in enumerate(said) if word in _MEET} if when else set()
    # "nästa möte", "nästa ordinarie möte", "antagningsnämnden nästa gång".
    following = {place for place, word in enumerate(said) if word in _NEXT}
    cancelled = {place for place, word in enumerate(said) if word in _CANCELLED}
    moved = {place for place, word in enumerate(said) if word in _MOVED}
    if moved and not (meetings or when or period):
        moved = set()
    is_next = bool((when and (meet or meetings)) or (following and meetings) or days)
    asking = bool(is_next or meetings or cancelled or moved or period)
    gone = when | meetings | meet | cancelled | moved if asking else set()
    gone |= {place for place, word in enumerate(said) if asking and word in _AROUND}
    question = bool(said) and said[0] in _QUESTIONS and not is_next
    gone |= {place for place, word in enumerate(said) if question and word in _CARRYING | _QUESTIONS}
    left = [word for place, (_, _, word) in enumerate(written) if place not in gone and not is_stop_word(word)]
    question = question and bool(left)
    if asking and all(fold(word) in _EMPTY for word in left):
        left = []
    rest = _without(query, [written[place][:2] for place in sorted(gone)]) if left else ""
    return Asked(
        rest, period, next=is_next, meetings=bool(meetings), cancelled=bool(cancelled), moved=bool(moved),
        question=question, who=question and said[0] in _WHO, words=tuple(left),
    )  # fmt: skip


def _phrases(said: Sequence[str], phrases: Iterable[str]) -> set[int]:
    """The places of the words of each phrase in ``said``."""
    found: set[int] = set()
    for phrase in phrases:
        wanted = phrase.split()
        for place in range(len(said) - len(wanted) + 1):
            if list(said[place : place + len(wanted)]) == wanted:
                found.update(range(place, place + len(wanted)))
    return found


def _without(query: str, gone: Iterable[tuple[int, int]]) -> str:
    kept, last = [], 0
    for start, end in gone:
        kept.append(query[last:start])
        last = end
    return " ".join("".join([*kept, query[last:]]).split())
