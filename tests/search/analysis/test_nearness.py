"""Words that stand together are worth more than the same words far apart."""

from search.analysis.folding import fold
from search.analysis.nearness import ONE_LINE, SIDE_BY_SIDE, density, nearness, often, patterns
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

PEOPLE = "Edla Norrspov, rektor, Ale\nÅke Skarvö, chef, Lerum"
OTHERS = "Edla Skarvö, rektor, Ale\nÅke Norrspov, chef, Lerum"


def worth(query, text):
    vocabulary = Vocabulary([[terms([PEOPLE, OTHERS])]])
    return nearness([fold(text)], patterns(wanted(query, vocabulary)))


def test_a_name_is_one_persons():
    assert worth("Edla Norrspov", PEOPLE) == SIDE_BY_SIDE
    assert worth("Edla Norrspov", OTHERS) == 1
    assert worth("ake skarvo", PEOPLE) == SIDE_BY_SIDE


def test_words_in_one_statement_are_near_in_any_order_and_form():
    assert worth("rektorer Edla", PEOPLE) == ONE_LINE
    assert worth("rektor Lerum", PEOPLE) == 1


def test_one_word_is_near_nothing():
    assert patterns(wanted("rektor", Vocabulary([[terms([PEOPLE])]]))) is None


def test_a_page_that_says_a_word_often_is_about_it():
    query = wanted("rektor", Vocabulary([[terms([PEOPLE])]]))
    worths = [density([fold("Rektorn. " * times + "Chefen.")], often(query)) for times in range(20)]
    assert worths == sorted(worths)
    assert worths[0] == worths[1] == 1 < worths[2]
    assert worths[-1] == worths[10] < 1.5
