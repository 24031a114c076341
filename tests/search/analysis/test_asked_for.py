"""Whether a query asks for a meeting itself: by its day, or by its title."""

from datetime import date

import pytest

from search.analysis.asked_for import asking
from search.analysis.dates import day_terms, day_words
from search.analysis.ranking import Candidate
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

DAY = date(2027, 3, 18)
OTHERS = "Klimatnätverket klimat klimatanpassning budget vatten möten arbetsgrupp maj"
PLAIN = {"möt"}


def meeting(title, owner="Klimatnätverket"):
    said = terms(["torsdag 18 mars 2027", day_words(DAY, DAY)])
    facts = " ".join([said, *day_terms(DAY, DAY)])
    return Candidate(1, "meeting", terms([title]), f"{terms([owner])}\n{facts}", "", DAY, DAY)


def is_asked_for(query, title):
    one = meeting(title)
    index = Vocabulary([(one.title_terms, one.fact_terms, terms([OTHERS]))])
    return asking(wanted(query, index), PLAIN)(one)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("klimatanpassning", "Klimatanpassning"),
        ("Klimatnpassning", "Klimatanpassning"),
        ("klimatanpassning klimatnätverket", "Klimatanpassning"),
        ("klimatanpassning möte", "Klimatanpassning"),
        ("budget vatten", "Budget för vatten och avlopp"),
        ("18 mars 2027", "Möte"),
        ("klimatnätverket 18 mars", "Möte"),
        ("klimatnätverket mars", "Möte"),
        ("torsdag 18/3", "Möte"),
    ],
)
def test_it_is_asked_for(query, title):
    assert is_asked_for(query, title)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("klimat", "Klimatanpassning"),
        ("klimatnätverket", "Möte"),
        ("klimatnätverket möten", "Möten"),
        ("möten", "Möten"),
        ("budget", "Budget för vatten och avlopp"),
        ("budget arbetsgrupp", "Budget"),
        ("klimatnätverket 19 mars", "Möte"),
        ("klimatnätverket maj", "Möte"),
    ],
)
def test_it_is_not(query, title):
    assert not is_asked_for(query, title)
