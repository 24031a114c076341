"""What is made of whole sentences: which words weigh, and phrases whose little words matter."""

import pytest

from search.analysis.terms import terms
from search.analysis.thesaurus import Group, Ways
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

GROUPS = Ways(
    [
        Group(("skolfrånvaro", "vågar inte gå till skolan"), ("school absence",)),
        Group(("skolväg", "gå till skolan")),
        Group(("hemlöshet", "ingenstans att bo"), ("homelessness", "nowhere to live")),
        Group(("hemtjänst", "hjälp hemma"), ("home care",)),
        Group(("omställning",), ("change of career",)),
    ]
)
TITLES = ("skolfrånvaro", "skolväg", "hemlöshet", "hemtjänst", "omställning", "barn", "mobbning", "skola")
PAGES = Vocabulary([[terms([title])] for title in TITLES])


def texts(query, *languages):
    return [word.text for word in wanted(query, PAGES, GROUPS, languages=languages or ("sv",))]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("mitt barn vågar inte gå till skolan", ["vågar inte gå skolan"]),
        ("hon har nu ingenstans att bo", ["ingenstans bo"]),
        ("får hjälp av någon hemma", ["hjälp hemma"]),
        ("hemma behöver farfar hjälp", ["hjälp hemma", "farfar"]),
        ("gå till skolan", ["gå skolan"]),
        ("inte gå till skolan", ["skolan"]),
        ("våra barn", ["barn"]),
        ("min dotter och mobbning", ["mobbning"]),
        ("barn och mobbning", ["barn", "mobbning"]),
    ],
)
def test_a_sentence_is_what_it_says(query, meant):
    assert texts(query) == meant


def test_an_english_phrase_is_known_in_other_forms():
    assert texts("changing careers", "en", "sv") == ["changing careers"]


def test_a_phrase_that_denies_is_not_found_by_the_rest_of_it():
    [word] = wanted("hemlöshet", PAGES, GROUPS)
    assert all("bo" not in way.terms and "live" not in way.terms for way in word.alternatives)
