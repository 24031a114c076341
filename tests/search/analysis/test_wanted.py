"""What a word of a query may mean, seen in what it finds among a handful of titles."""

from datetime import date

import pytest

from search.analysis.ranking import Candidate, rank
from search.analysis.terms import terms
from search.analysis.thesaurus import Group, ways
from search.analysis.vocabulary import AnyWord, Vocabulary
from search.analysis.wanted import wanted

from .handful import TITLES, WAYS


def found(query, **options):
    fields = [[terms([title])] for title in TITLES]
    vocabulary = Vocabulary(fields)
    candidates = [Candidate(place, "page", field[0], "", "") for place, field in enumerate(fields)]
    asked = wanted(query, vocabulary, WAYS, **options)
    return [TITLES[one.pk] for one in rank(candidates, asked, len(TITLES), date(2026, 4, 15))]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("förskolenätverkets", "Förskolenätverket"),
        ("förskola", "Förskolenätverket"),
        ("forskola", "Förskolenätverket"),
        ("nätverk förskola", "Förskolenätverket"),
        ("frukost", "Frukostmöte om bibliotek"),
        ("mötet biblioteken", "Frukostmöte om bibliotek"),
        ("biblioteksfilial", "Frukostmöte om bibliotek"),
        ("utbildingschef", "Utbildningschefsnätverket"),
        ("bygglov", "Nätverket för bygglovshandläggare"),
        ("handläggarna", "Nätverket för bygglovshandläggare"),
        ("IFO", "Chefer inom individ- och familjeomsorgen"),
        ("ifo-chefer", "Chefer inom individ- och familjeomsorgen"),
        ("medicinskt ansvariga sjuksköterskor", "MAS-nätverket"),
        ("saveans vattenrad", "Säveåns vattenråd"),
        ("loneoversyn", "Löneöversynen"),
        ("e-tjänster", "E-tjänstsamordnarna"),
        ("miljöstrateger", "Miljöstrategigruppen"),
        ("kostmaker", "Kostnader"),
        ("infra", "Inför infrastrukturplanen"),
        ("fre november", "fredag 27 november"),
        ("fridays", "fredag 27 november"),
    ],
)
def test_a_word_finds_what_a_person_means(query, title):
    assert found(query)[0] == title


@pytest.mark.parametrize("query", ["xyzzy", "q", "1", "ö", "", "för och att", "~", "d2026-01-01", "hostnaker"])
def test_what_means_nothing_here_finds_nothing(query):
    assert found(query) == []


@pytest.mark.parametrize("query", ["bibliotekarie", "frukost"])
def test_the_end_of_a_word_is_no_word_of_its_own(query):
    """Neither Karin nor what anything costs is meant."""
    assert not {"Karin Enmark, listad", "Kostnader"}.intersection(found(query))


def test_a_synonym_of_stop_words_only_means_nothing():
    made = ways([Group(("mas", "något")), Group(("det", "och"))])
    assert wanted("alla", Vocabulary([[terms(TITLES)]]), made) == []
    assert [word.tokens() for word in wanted("mas", AnyWord(), made)] == [{"mas"}]


def test_only_a_word_that_is_nowhere_counts_as_misspelt():
    vocabulary = Vocabulary([[terms(TITLES)]])
    assert [word.guessed for word in wanted("förskola utbildingschef", vocabulary)] == [False, True]


def test_a_query_of_any_length_is_cut():
    assert len(wanted("ord " * 5000, Vocabulary([]))) == 12
