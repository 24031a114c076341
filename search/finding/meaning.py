"""Works out what a visitor means: which meetings and of which networks, and by which words the rest is ranked."""

from dataclasses import dataclass

from ..analysis.intents import Asked, asked
from ..analysis.network_names import meant
from ..analysis.wanted import LONGEST_QUERY
from ..analysis.words import clean


@dataclass(frozen=True)
class Meaning:
    """``networks`` are the keys of the networks whose meetings are asked for: none unless that is certain, several if
    the next or the latest meeting of any of them may be meant. ``text`` has the words that decide which rows answer.
    """

    asked: Asked
    networks: tuple[int, ...]
    text: str

    @property
    def is_timed(self):
        """Whether meetings stand first, in order of time."""
        return bool(_of_time(self.asked, self.networks) or (_meetings(self.asked) and not self.asked.words))

    @property
    def also_marked(self):
        """Words to mark in the hits though the hits were not found by them: those of the time, or the network's."""
        period = self.asked.period
        if period:
            return period.words if self.asked.words and not period.relative else ""
        return "" if self.text else self.asked.rest


def meaning(text, networks, today, wanted):
    """The Meaning of ``text``. ``wanted(words)`` gives a list of Wanted, and ``networks`` are NetworkNames."""
    question = asked(clean(text[:LONGEST_QUERY]).lower(), today)
    found = ()
    if question.anything and question.words and question.subject:
        found = meant(wanted(question.subject), networks, part=question.next or question.last)
        if question.period or question.cancelled or question.moved:
            found = found if len(found) == 1 else ()
    return Meaning(question, found, _text(text, question, found))


def _of_time(question, networks):
    if question.papers:
        return False
    return question.period or question.cancelled or question.moved or question.form or question.last or networks


def _meetings(question):
    return question.meetings or question.next


def _text(text, question, networks):
    """Without the words that only ask, if what they ask for is put in order by itself."""
    if question.words:
        if networks and not (question.papers or question.period or question.cancelled or question.moved):
            return ""  # all that belongs to the networks is the answer
        return question.rest if question.anything or question.question else text
    if question.period:
        # Months and years are also words of pages and documents.
        return "" if question.period.relative else text
    return "" if question.anything else text
