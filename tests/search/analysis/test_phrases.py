"""A phrase that nobody typed is found where its words stand together, and not where they stand apart."""

from hypothesis import assume, given
from hypothesis import strategies as st

from search.analysis.folding import fold
from search.analysis.phrases import MOST_IN_ORDER, only_phrases, stands_in
from search.analysis.ranking import Candidate
from search.analysis.terms import terms
from search.analysis.thesaurus import Group, Ways
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

WORDS = st.text("abcdefghiklmnoprstuvåäö", min_size=4, max_size=12)
FAR = " ".join(["mellanliggande"] * 3)


@given(st.lists(WORDS, min_size=2, max_size=5, unique=True), st.data())
def test_words_stand_together_in_any_order_and_apart_on_other_lines(stems, data):
    order = data.draw(st.permutations(stems))
    bare = [fold(each) for each in [*stems, FAR]]
    assume(not any(one is not other and one in other for one in bare for other in bare))
    phrase = tuple(stems)
    assert stands_in([phrase], [fold(" ".join(order))])
    assert stands_in([("nonsens",), phrase], ["annat", fold(f"Något om {' '.join(f'{each}en' for each in order)}.")])
    assert not stands_in([phrase], [fold(each) for each in order])
    assert not stands_in([phrase], [fold("\n".join(order))])
    assert not stands_in([phrase], [fold(" ".join(order[1:]))])
    if len(stems) <= MOST_IN_ORDER:
        assert not stands_in([phrase], [fold(f" {FAR} ".join(order))])


def test_a_compound_and_a_short_word_between_are_together():
    assert stands_in([("skol", "fristå")], ["fristaende gymnasieskolor"])
    assert stands_in([("strateg", "digital")], ["en strategi for digital tjanst"])
    assert not stands_in([("gymnasieskol", "program")], ["programradet for anpassad gymnasieskola"])
    assert not stands_in([("utveckl", "digital")], ["om utveckling. digitala moten"])


def row(pk, title, facts="", text=""):
    return Candidate(pk, "page", terms([title]), "\n" + terms([facts]), terms([text]))


def test_only_a_row_with_nothing_of_what_was_typed_is_in_doubt():
    rows = [row(1, "Digital utveckling"), row(2, "Digitalisering och digital utveckling"), row(3, "Möte")]
    ways = Ways([Group(("digitalisering", "digital utveckling"))])
    vocabulary = Vocabulary((each.title_terms, each.fact_terms, each.text_terms, "") for each in rows)
    phrases_of = only_phrases(wanted("digitalisering", vocabulary, ways))
    assert [sorted(map(sorted, phrases_of(each))) for each in rows] == [[["digital", "utveckl"]], [], []]
    typed = only_phrases(wanted("digital utveckling", vocabulary, ways))
    assert [typed(each) for each in rows] == [[], [], []]
