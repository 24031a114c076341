"""Works out what a query asks for besides words: the next meeting, meetings as such, cancelled or moved ones. Pure.

"när träffas socialcheferna" asks for the next meeting of "socialcheferna". The words that only ask are left out of
``rest``, so that "nästa" and "möte" do not decide which hits are best.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from .folding import fold
from .periods import Period, take_period
from .words import is_asking, is_stop_word, spans

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
    "hur lange", "when", "what day", "which day", "what date", "which date", "what time", "how long",
)  # fmt: skip
# Where a meeting is stands beside when it is. Written, since "vår" is no question.
_WHERE = frozenset({"var", "vart", "where"})
_OFTEN = ("hur ofta", "how often", "hur manga", "how many")
_MEET_TEXT = """
träffas träffs möts mötas ses sammanträder sammanträda samlas meet meets
"""
_HAVE_MET_TEXT = """
träffades träffats möttes mötts sammanträdde sammanträtt samlades samlats met
"""
_HAVE_MET = frozenset(fold(_HAVE_MET_TEXT).split())
_MEET = frozenset(fold(_MEET_TEXT).split()) | _HAVE_MET
# "hade", "did": what is asked for has been.
_PAST = _HAVE_MET | {"hade", "holls", "did", "was", "were", "had"}
# What stands beside the question and says nothing about what is asked for.
_AROUND_TEXT = """
nästa nästkommande kommande framtida planerade planerat planerad inplanerade gång gången igen härnäst brukar
äger rum hålls håller händer sker next upcoming coming future planned time times date dates schedule again
held do does will happen happens happening är blir har hade haft hölls blev var did was were had has have
börjar startar slutar varar pågår starts start begins begin ends end last
många mycket fler flera ofta länge antal many more often long number
första sista först sist senast senaste förra föregående first last latest previous most recent
"""
_AROUND = frozenset(fold(_AROUND_TEXT).split())
_NEXT = frozenset({"nasta", "nastkommande", "next", "harnast"})
_LAST = frozenset(
    {"senast", "senaste", "forra", "foregaende", "sista", "sist", "last", "latest", "previous", "recent"}
)
_CANCELLED = frozenset({"installt", "installd", "installda", "cancelled", "canceled"})
_MOVED_TEXT = """
flyttat flyttad flyttade framflyttat framflyttade uppskjutet uppskjutna moved postponed rescheduled
"""
_MOVED = frozenset(fold(_MOVED_TEXT).split())
# The values of ``events.models.choices.Format`` and how people say them. Each may also begin a word for a meeting.
_FORM_TEXTS = {
    "on_site": "fysisk fysiska fysiskt physical",
    "online": "digital digitala digitalt online distans webb video virtuell virtuella virtuellt virtual remote",
    "hybrid": "hybrid",
}
_FORMS = {fold(word): form for form, text in _FORM_TEXTS.items() for word in text.split()}
_FORM_PHRASES = {"on_site": ("pa plats", "in person", "on site"), "online": ("pa distans",)}
_PAPERS_TEXT = """
anteckningar anteckningarna minnesanteckningar minnesanteckning mötesanteckningar protokoll protokollet
protokollen dagordning dagordningar dagordningen kallelse kallelser kallelsen handlingar handlingarna dokument
dokumenten minutes agenda agendas document documents papers
"""
_PAPERS = frozenset(fold(_PAPERS_TEXT).split())
_AGENDAS = frozenset(word for word in _PAPERS if word.startswith(("dagordning", "kallelse", "agenda")))
_MINUTES = frozenset(word for word in _PAPERS if "anteckning" in word or word.startswith(("protokoll", "minutes")))
# Left over from a question with nothing else in it: "vilka möten är det", "vad händer i maj", "visa alla möten".
_EMPTY_TEXT = """
visa alla vilka vilket några någon något finns man ha show list all any there we nätverk nätverken networks
"""
_EMPTY = frozenset(fold(_EMPTY_TEXT).split())
# A question begins with one of these, and the words below then only carry it: "vem kan jag kontakta om", "kan man".
_QUESTIONS_TEXT = """
vem vilka vilken vilket vad hur var kan får måste ska finns varför är har who what how which where can may must does do
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
# What these ask of meetings, they ask of all: "får man komma på mötena".
_MAY = frozenset(fold("kan får måste ska är har can may must does do is are").split())
# "vilka nätverk arbetar med skolan" asks of all of them, and not of those that are called so.
_OWNERS_TEXT = """
nätverk nätverket nätverken grupp gruppen grupper grupperna network networks group groups
"""
_OWNERS = frozenset(fold(_OWNERS_TEXT).split())
# After these the verb stands second in Swedish, and after "who" in English.
_VERB_SECOND = frozenset({"vem", "vad", "hur", "var", "varfor", "who"})
_ONLY_VERBS = frozenset({"vem", "who"})
_VERB_ENDINGS = ("r", "s", "de", "te")


@dataclass(frozen=True)
class Asked:
    """``rest`` is the query without the words that only ask, '' if no others are left, and ``words`` what it has.

    ``next``: when something is, or the next meeting. ``meetings``: meetings as such. ``question``: something else
    about the rest, as in "vem ansvarar för", whose ``verb`` says less than its other words. ``who``: a question of who
    does something; ``which``: of which networks. ``last``: what was latest,
    meetings or, with ``papers``, documents, of a ``variety`` ("minutes", "agenda") if one is said. ``often``: how
    many meetings. ``form``: meetings of that Format.
    """

    rest: str
    period: Period | None = None
    next: bool = False
    meetings: bool = False
    cancelled: bool = False
    moved: bool = False
    question: bool = False
    who: bool = False
    which: bool = False
    verb: str = ""
    last: bool = False
    papers: bool = False
    variety: str = ""
    often: bool = False
    form: str = ""
    words: tuple[str, ...] = field(default=())

    @property
    def subject(self) -> str:
        """The words of ``rest`` that are not for papers."""
        return " ".join(word for word in self.words if fold(word) not in _PAPERS) if self.papers else self.rest

    @property
    def anything(self) -> bool:
        return bool(
            self.period or self.next or self.last or self.meetings or self.cancelled or self.moved or self.form
        )


def asked(query: str, today: date) -> Asked:
    """What ``query`` (lower case, NFC) asks for. If it names documents, which the words find, only whether the latest
    of them are meant."""
    if any(fold(word) in _PAPERS for _, _, word in spans(query)):
        return _asked_of_papers(query)
    taken = take_period(query, today)
    if taken:
        rest, period = taken
        found = _asked_besides(rest, period, today)
        # Beside a name "maj" may be one too, but in "möten kommunchefer 2027" the year is a time.
        if period.sure or not found.words or (period.kind != "month" and (found.next or found.meetings)):
            return found
    return _asked_besides(query, None, today)


def _asked_of_papers(query: str) -> Asked:
    written = list(spans(query))
    said = [fold(word) for _, _, word in written]
    last = _those_in(said, _LAST)
    if not last:
        return Asked(query)
    # "protokoll från senaste mötet", "senaste anteckningarna": the word for a meeting stands on most papers.
    gone = last | _those_in(said, _MEETINGS)
    left = _telling(written, gone)
    if not left:
        return Asked(query)
    variety = "agenda" if _those_in(said, _AGENDAS) else "minutes" if _those_in(said, _MINUTES) else ""
    return Asked(_without(query, written, gone, left), last=True, papers=True, variety=variety, words=left)


def _asked_besides(query: str, period: Period | None, today: date) -> Asked:
    """What ``query``, from which ``period`` has been taken, asks for."""
    written = list(spans(query))
    said = [fold(word) for _, _, word in written]
    begun, phrased, forms = _forms(said)
    days = _those_in(said, _MEETING_DAYS)
    meetings = _those_in(said, _MEETINGS) | days | begun
    often = _phrases(said, _OFTEN)
    when = _phrases(said, _WHEN) | _where(written)
    met = _those_in(said, _HAVE_MET)
    meet = _those_in(said, _MEET) if when or often or period or said[:1] == ["did"] else set()
    # "nästa möte", "nästa ordinarie möte", "antagningsnämnden nästa gång".
    following = _those_in(said, _NEXT)
    cancelled = _those_in(said, _CANCELLED)
    moved = _those_in(said, _MOVED)
    if moved and not (meetings or when or period):
        moved = set()
    past = bool(_those_in(said, _PAST) and (meetings or meet))
    is_last = bool((_those_in(said, _LAST) and (meetings or meet)) or (past and when and not period))
    is_often = bool(often and (meet or meetings))
    is_next = bool((when and (meet or meetings)) or (following and meetings) or days) and not is_last
    is_next = is_next or (is_often and not period and not is_last)
    of_all = bool(said) and said[0] in _MAY and not (begun or phrased or days) and not _others(written, meetings)
    asking = bool(is_next or is_last or cancelled or moved or period or (meetings and not of_all))
    chosen = forms if asking else {}
    gone = when | often | meetings | meet | met | cancelled | moved | set(chosen) if asking else set()
    gone |= {place for place, word in enumerate(said) if asking and word in _AROUND}
    # In front of what it is said of, "digitala" is no form of the meeting: "digitala läromedel".
    sure = begun | phrased
    chosen = {place: form for place, form in chosen.items() if place in sure or not _is_said_of(place, written, gone)}
    gone -= set(forms) - set(chosen) - meetings
    question = bool(said) and said[0] in _QUESTIONS and not is_next and not is_last
    gone |= {place for place, word in enumerate(said) if question and word in _CARRYING | _QUESTIONS}
    owners = _any_owners(written, gone) if question else set()
    gone |= owners
    left = _telling(written, gone, asking=asking)
    question = question and bool(left)
    if asking and all(fold(word) in _EMPTY for word in left):
        left = ()
    if past and period:
        period = _latest(period, today)
    verb = _verb(written, left) if question else ""
    return Asked(
        _without(query, written, gone, left), period, next=is_next, meetings=bool(meetings) and asking,
        cancelled=bool(cancelled), moved=bool(moved), question=question, who=question and said[0] in _WHO,
        which=bool(owners), verb=verb, last=is_last, often=is_often, form=next(iter(chosen.values()), ""), words=left,
    )  # fmt: skip


_Written = Sequence[tuple[int, int, str]]


def _others(written: _Written, meetings: Collection[int]) -> bool:
    """Whether a question for meetings has other words that say something."""
    beside = (word for place, (_, _, word) in enumerate(written) if place not in meetings)
    return any(not is_stop_word(word) and fold(word) not in _CARRYING | _QUESTIONS for word in beside)


def _any_owners(written: _Written, gone: Collection[int]) -> set[int]:
    """The place of the word for a network that a question begins with, if it has other words that say something."""
    telling = [place for place, (_, _, word) in enumerate(written) if place not in gone and not _is_little(word)]
    return {telling[0]} if len(telling) > 1 and fold(written[telling[0]][2]) in _OWNERS else set()


def _verb(written: _Written, left: Sequence[str]) -> str:
    """The verb of a question that has other words beside it, '' if none is sure to be it."""
    if len(left) < 2 or fold(written[0][2]) not in _VERB_SECOND:
        return ""
    word = written[1][2]
    is_verb = fold(written[0][2]) in _ONLY_VERBS or word.endswith(_VERB_ENDINGS)
    return word if word in left and is_verb else ""


def _those_in(said: Sequence[str], words: Collection[str]) -> set[int]:
    return {place for place, word in enumerate(said) if word in words}


def _where(written: _Written) -> set[int]:
    return {0} if written and written[0][2] in _WHERE else set()


def _forms(said: Sequence[str]) -> tuple[set[int], set[int], dict[int, str]]:
    """The places of words for meetings that begin with their form ("distansmöte"), those of phrases ("på plats"), and
    the forms by place."""
    phrased = {place: form for form, phrases in _FORM_PHRASES.items() for place in _phrases(said, phrases)}
    found = {place: _FORMS[word] for place, word in enumerate(said) if word in _FORMS} | phrased
    begun = {
        place: form
        for place, word in enumerate(said)
        for name, form in _FORMS.items()
        if word.startswith(name) and word[len(name) :].lstrip("s-") in _MEETINGS
    }
    return set(begun), set(phrased), found | begun


def _is_said_of(place: int, written: _Written, gone: Collection[int]) -> bool:
    """Whether the word at ``place`` stands before one that is asked for."""
    after = place + 1
    return after < len(written) and after not in gone and not _is_little(written[after][2])


def _is_little(word: str) -> bool:
    return is_stop_word(word) or is_asking(word)


def _telling(written: _Written, gone: Collection[int], *, asking: bool = True) -> tuple[str, ...]:
    """The words that are left and say something: in a question for meetings, those that only ask do not."""
    little = _is_little if asking else is_stop_word
    return tuple(word for place, (_, _, word) in enumerate(written) if place not in gone and not little(word))


def _latest(period: Period, today: date) -> Period:
    """The ``period`` of a year that has been, if no year was written and its own is still to come."""
    coming = period.first > today
    been = next((bounds for bounds in period.again if bounds[0] <= today), None) if coming else None
    return replace(period, first=been[0], last=been[1]) if been else period


def _phrases(said: Sequence[str], phrases: Iterable[str]) -> set[int]:
    """The places of the words of each phrase in ``said``."""
    found: set[int] = set()
    for phrase in phrases:
        wanted = phrase.split()
        for place in range(len(said) - len(wanted) + 1):
            if list(said[place : place + len(wanted)]) == wanted:
                found.update(range(place, place + len(wanted)))
    return found


def _without(query: str, written: _Written, gone: Collection[int], left: Collection[str]) -> str:
    """``query`` without the words at ``gone``, and without little words at its ends; '' if nothing is ``left``."""
    if not left:
        return ""
    kept = [place for place in range(len(written)) if place not in gone]
    telling = [place for place in kept if written[place][2] in left]
    away = set(gone) | {place for place in kept if not telling[0] <= place <= telling[-1]} if gone else set()
    parts, last = [], 0
    for place in sorted(away):
        start, end, _word = written[place]
        parts.append(query[last:start])
        last = end
    return " ".join("".join([*parts, query[last:]]).split())
