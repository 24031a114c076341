"""Works out what a visitor means: which meetings and of which network, and by which words the rest is ranked."""

from dataclasses import dataclass

from ..analysis.intents import Asked, asked
from ..analysis.network_names import meant
from ..analysis.wanted import LONGEST_QUERY
from ..analysis.words import clean


@dataclass(frozen=True)
class Meaning:
    """``network`` is the key of the network whose meetings are asked for, None unless that is certain; ``text`` has
    the words that decide which rows answer."""

    asked: Asked
    network: int | None
    text: str

    @property
    def is_timed(self):
        """Whether meetings stand first, in order of time."""
        return bool(_of_time(self.asked, self.network) or (_meetings(self.asked) and not self.asked.words))

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
    network = None
    if question.anything and question.words:
        network = meant(wanted(question.rest), networks, part=question.next)
    return Meaning(question, network, _text(text, question, network))


def _of_time(question, network):
    return question.period or question.cancelled or question.moved or network


def _meetings(question):
    return question.meetings or question.next


def _text(text, question, network):
    """Without the words that only ask, if what they ask for is put in order by itself."""
    if question.words:
        if network and not (question.period or question.cancelled or question.moved):
            return ""  # all that belongs to the network is the answer
        return question.rest if question.anything or question.question else text
    if question.period:
        # Months and years are also words of pages and documents.
        return "" if question.period.relative else text
    return "" if question.anything else text
