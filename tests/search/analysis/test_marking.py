from search.analysis.marking import LONGEST, LONGEST_SENTENCE, MOST_LETTERS, excerpt, marked, sentences
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted


def asked(query):
    return wanted(query, Vocabulary([[terms([query])]]))


def test_each_form_of_a_word_is_marked_and_a_compound_that_holds_it():
    assert marked("Mötet om frukostmöten.", asked("möte")) == "<mark>Mötet</mark> om <mark>frukostmöten</mark>."


def test_what_stands_in_a_text_is_escaped():
    assert marked('<b>"möte"</b>', asked("möte")) == "&lt;b&gt;&quot;<mark>möte</mark>&quot;&lt;/b&gt;"


def test_an_excerpt_is_the_sentence_that_holds_the_word():
    text = "Vi ses ofta. Barngruppernas storlek varierar. Kaffe finns."
    assert excerpt([text], asked("barngrupp")) == "<mark>Barngruppernas</mark> storlek varierar."


def test_one_sentence_with_all_words_is_enough():
    assert (
        excerpt(["Kaffe. Kaffe och bulle. Bulle."], asked("kaffe bulle"))
        == "<mark>Kaffe</mark> och <mark>bulle</mark>."
    )


def test_a_long_sentence_is_cut_around_its_match():
    text = "ord " * 200 + "klimatet " + "ord " * 200
    found = excerpt([text], asked("klimat"))
    assert found.startswith("… ord") and found.endswith("ord …") and "<mark>klimatet</mark>" in found
    assert len(found) < LONGEST + 40


def test_nothing_found_gives_nothing():
    assert excerpt(["Kaffe."], asked("klimat")) == ""
    assert excerpt([], asked("klimat")) == ""


def test_sentences_end_at_stops_and_lines():
    assert sentences("Vi ses kl. 9. Välkommen!\nHej") == ["Vi ses kl.", "9.", "Välkommen!", "Hej"]


def test_a_sentence_without_end_is_looked_at_in_pieces():
    text = "ord " * 5_000 + "klimatet"
    pieces = sentences(text)
    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert " ".join(pieces) == text
    assert "<mark>klimatet</mark>" in excerpt([text], asked("klimat"))
    assert sentences("x" * 5_000) == ["x" * 2_000, "x" * 2_000, "x" * 1_000]


def test_of_words_that_only_begin_like_the_query_so_many_are_analysed():
    alike = "klimpar " * (MOST_LETTERS // 16)
    assert "<mark>klimatet</mark>" in excerpt([f"{alike}\nklimatet"], asked("klimat"))
    assert excerpt([f"{alike * 3}\nklimatet"], asked("klimat")) == ""
