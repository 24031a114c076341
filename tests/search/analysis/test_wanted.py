"""What a word of a query may mean, seen in what it finds among a handful of titles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.ranking import Candidate, rank
from search.analysis.terms import terms
from search.analysis.thesaurus import Group, Ways
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
    made = Ways([Group(("mas", "något")), Group(("det", "och"))])
    assert wanted("alla", Vocabulary([[terms(TITLES)]]), made) == []
    assert [word.tokens() for word in wanted("mas", AnyWord(), made)] == [{"mas"}]


PARTS = [("cyk", ""), ("jobb", ""), ("bostäder priser", "buss"), ("", "cyk jobb")]
SITE = [(terms([title]), "", terms([text])) for title, text in PARTS]


def test_a_phrase_that_no_row_has_is_taken_apart():
    made = Ways([Group(("cyk jobb",), (), ("fik gul",))])
    assert [word.text for word in wanted("cyk jobb", Vocabulary(SITE), made)] == ["cyk jobb"]
    assert [word.text for word in wanted("cyk jobb", Vocabulary(SITE[:3]), made)] == ["cyk", "jobb"]


@given(st.lists(st.lists(st.sampled_from("bcdfg"), unique=True), max_size=12), st.sets(st.sampled_from("bcdfg")))
def test_terms_are_together_if_a_row_has_all_of_them(rows, asked):
    vocabulary = Vocabulary([" ".join(row[:1]), " ".join(row[1:]), "", " ".join("bcdfg")] for row in rows)
    if len(asked) > 1:
        assert vocabulary.has(tuple(asked)) == any(asked <= set(row) for row in rows)
    elif asked:
        assert vocabulary.has(tuple(asked)) == bool(rows)


def test_a_word_of_another_language_is_found_and_not_guessed_at():
    vocabulary = Vocabulary([(terms(["förskola"]), "", "", "childcare")])
    assert not wanted("childcare", vocabulary, languages=("sv", "en"))[0].unknown
    assert wanted("chidcare", vocabulary, languages=("sv", "en"))[0].unknown
    assert wanted("förksola", vocabulary, languages=("sv", "en"))[0].guessed


def test_what_is_broader_than_the_broader_stands_in_where_nothing_is_nearer():
    made = Ways([Group(("vindkraft",), (), ("elproduktion",)), Group(("elproduktion",), (), ("energi",))])
    far = wanted("vindkraft", Vocabulary([(terms(["energi"]), "", "")]), made)[0]
    assert far.terms == {"energi"} and far.guessed and far.far
    near = wanted("vindkraft", Vocabulary([(terms(["energi elproduktion"]), "", "")]), made)[0]
    assert "energi" not in near.terms and near.far


def test_only_a_word_that_is_nowhere_counts_as_misspelt():
    vocabulary = Vocabulary([[terms(TITLES)]])
    assert [word.guessed for word in wanted("förskola utbildingschef", vocabulary)] == [False, True]


def test_a_query_of_any_length_is_cut():
    assert len(wanted("ord " * 5000, Vocabulary([]))) == 12


def test_other_dots_make_another_word_and_left_out_ones_do_not():
    vocabulary = Vocabulary([(terms(["Rätt till stöd", "Säveåns vattenråd"]), "", "")])
    assert wanted("råttor", vocabulary)[0].unknown or wanted("råttor", vocabulary)[0].guessed
    assert "rätt" in wanted("ratt", vocabulary)[0].terms
    assert "säveå" in wanted("saveån", vocabulary)[0].terms
