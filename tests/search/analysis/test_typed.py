"""What is suggested while somebody types, seen in which of a handful of names it finds."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.names import MOST_LONGER, Names
from search.analysis.ranking import Candidate, rank
from search.analysis.terms import terms
from search.analysis.typed import typed
from search.analysis.vocabulary import Vocabulary
from search.analysis.words import is_stop_word, words
from tests.examples import examples

from .handful import TITLES, WAYS


def named(*titles, owner="", facts="", kind="page"):
    """Names of rows with these titles."""
    about = f"{terms([owner])}\n{terms([facts])}"
    return Names((Candidate(place, kind, terms([title]), about, ""), [title]) for place, title in enumerate(titles))


def asked(query, names, text=""):
    """The query, against a vocabulary of the names and of a running ``text``."""
    fields = [["\n".join(" ".join(title) for title in one.titles), one.fact_terms] for one in names.candidates]
    return typed(query, Vocabulary([*fields, [terms([text])]]), WAYS, names)


def suggested(query, *titles):
    names = named(*(titles or TITLES))
    found = asked(query, names)
    ranked = rank(names.best(found, 40), found, len(names.candidates), date(2026, 4, 15))
    return [(titles or TITLES)[one.pk] for one in ranked]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("utb", "Utbildningschefsnätverket"),
        ("mas nätv", "MAS-nätverket"),
        ("frukostmötet o", "Frukostmöte om bibliotek"),
        ("frukostmöte b", "Frukostmöte om bibliotek"),
        ("k", "Karin Enmark, listad"),
        ("FORSKO", "Förskolenätverket"),
        ("chefer inom indiv", "Chefer inom individ- och familjeomsorgen"),
        ("ifo", "Chefer inom individ- och familjeomsorgen"),
        ("utbildingschef", "Utbildningschefsnätverket"),
        ("27 nov", "fredag 27 november"),
    ],
)
def test_an_unfinished_word_finds_the_name(query, title):
    assert title in suggested(query)


@pytest.mark.parametrize("query", ["", " ", "-", "zzz", "qzx qzx", "…"])
def test_what_begins_nothing_finds_nothing(query):
    assert suggested(query) == []


letters = st.text("abdefgiklmnoprstvyåäö", min_size=2, max_size=12).filter(lambda word: not is_stop_word(word))
titles = st.lists(st.lists(letters, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)


@settings(max_examples=examples(200))
@given(titles, st.data())
def test_every_beginning_of_every_word_finds_its_name(given_titles, data):
    """Whatever the words, however few letters, also after another whole word of the same name."""
    place = data.draw(st.sampled_from(range(len(given_titles))))
    said = words(given_titles[place])
    word = data.draw(st.sampled_from(said))
    start = word[: data.draw(st.integers(1, len(word)))]
    if is_stop_word(start):
        return
    before = data.draw(st.sampled_from(["", said[0]]))
    names = named(*given_titles)
    found = names.best(asked(f"{before} {start}".strip(), names), 40)
    assert place in [one.pk for one in found]


@settings(max_examples=examples(200))
@given(titles, st.data())
def test_a_name_is_found_by_how_it_begins_in_any_case_and_without_dots(given_titles, data):
    place = data.draw(st.sampled_from(range(len(given_titles))))
    title = given_titles[place]
    start = title[: data.draw(st.integers(1, len(title)))].upper().translate(str.maketrans("ÅÄÖ", "AAO"))
    assert place in [one.pk for one in named(*given_titles).titled(start, 40)]


def test_a_word_that_is_only_told_of_what_is_found_is_no_name():
    names = named("Möte", owner="Förskolenätverket", facts="Lindholmen 12 mars", kind="meeting")
    found = {
        query: len(names.best(asked(query, names), 9)) for query in ("lind", "mars", "förs", "förskolenätverket l")
    }
    assert found == {"lind": 0, "mars": 0, "förs": 1, "förskolenätverket l": 1}


def test_a_document_is_called_what_is_told_of_it():
    names = named("Dnr 12", facts="anteckningar protokoll november 2026", kind="document")
    assert names.best(asked("protok", names), 9) == names.candidates


def test_a_name_with_all_words_comes_before_a_hundred_with_one():
    names = named(*(f"Möte {number}" for number in range(100)), "Möte om fritid")
    assert [one.pk for one in names.best(asked("möte frit", names), 1)] == [100]


def test_no_spelling_is_guessed_for_what_may_yet_become_a_word(monkeypatch):
    """A guess compares the word with each in the index, and each word is unknown until it is finished."""
    names, calls = named(*TITLES), count()
    monkeypatch.setattr("search.analysis.wanted.guesses", lambda *_: dict.fromkeys((), next(calls)))
    for length in range(1, len("bygglovshandläggare")):
        asked("bygglovshandläggare"[:length], names)
    assert next(calls) == 0
    asked("byggluv", names)
    assert next(calls) > 1


def test_few_of_the_words_with_a_common_beginning_are_looked_for():
    names = named(*(f"sam{letter}{other}" for letter in "bdfgklmnprst" for other in "aeiouyåäö"))
    assert len(asked("sam", names)[0].alternatives) <= MOST_LONGER + 1
    assert len(names.best(asked("sam", names), 7)) == 7


def test_it_is_as_long_as_a_query_may_be():
    assert len(asked("ord " * 5000, named("Ord"))) <= 12
