"""What a phrase finds besides itself: the same in other words, narrower and broader, and what else to see."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.thesaurus import (
    BROADER,
    LONGEST_PHRASE,
    MOST_PHRASES,
    NARROWER,
    SAME,
    SEE_ALSO,
    Group,
    Ways,
    phrase,
    phrases,
    with_pairs,
)
from search.analysis.words import is_left_out
from tests.examples import examples

# Made-up words without endings, so that each is its own stem. None is a word of both languages, which has a test, and
# none only asks.
WORDS = [first + middle + last for first, middle, last in product("bdfgk", "iouy", "bkt")]
WORDS = [word for word in WORDS if not is_left_out(word)]


def phrases_of(known):
    return st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True).map(" ".join)


def texts(*known):
    return st.lists(st.one_of(*map(phrases_of, known)), max_size=4).map(tuple)


OURS, THEIRS = WORDS[::2], WORDS[1::2]
GROUPS = st.lists(st.builds(Group, texts(OURS), texts(THEIRS), texts(OURS, THEIRS), texts(OURS, THEIRS)), max_size=6)


def from_(text, made, *languages):
    return {" ".join(stems): weight for stems, weight in made.from_words(text.split(), languages or ("sv",))}


def test_a_phrase_is_words_in_lower_case():
    assert phrase(" FoU  i Väst, ") == "fou i väst"
    assert phrase("–") == ""
    assert phrases("MAS, – ,mas, Medicinskt  ansvarig") == ("mas", "medicinskt ansvarig")


def test_a_pair_joins_the_group_that_has_it_or_makes_its_own():
    groups = [Group(("gr", "göteborgsregionen")), Group(("hr",), ("personal",))]
    pairs = [("gr", "förbundet"), ("mas", "sjuksköterska"), ("hr", "personal"), ("va", ""), ("av", "av")]
    assert with_pairs(groups, pairs) == [
        Group(("gr", "göteborgsregionen", "förbundet")),
        Group(("hr",), ("personal",)),
        Group(("mas", "sjuksköterska")),
    ]
    assert groups == [Group(("gr", "göteborgsregionen")), Group(("hr",), ("personal",))]


def test_each_relation_has_its_weight_in_each_direction():
    made = Ways([Group(("kib", "dut"), (), ("fot",), ("gyk",)), Group(("fot", "bib")), Group(("gyk",))])
    assert from_("kib", made) == {"dut": SAME, "fot": BROADER, "bib": BROADER, "gyk": SEE_ALSO}
    assert from_("bib", made) == {"fot": SAME, "kib": NARROWER, "dut": NARROWER}
    assert from_("gyk", made) == {"kib": SEE_ALSO, "dut": SEE_ALSO}


def test_a_relation_is_one_step():
    made = Ways([Group(("kib",), (), ("dut",)), Group(("dut",), (), ("fot",)), Group(("fot",))])
    assert from_("kib", made) == {"dut": BROADER}
    assert from_("fot", made) == {"dut": NARROWER}


def test_two_steps_up_are_for_those_who_ask_for_them():
    made = Ways([Group(("kib",), (), ("dut",)), Group(("dut",), (), ("fot",)), Group(("fot",), ("gyk",), ("bib",))])
    assert {" ".join(stems) for stems, _ in made.farther(["kib"], ("sv",))} == {"fot", "gyk"}
    assert made.farther(["bib"], ("sv",)) == []
    assert made.farther(["okänt"], ("sv",)) == []


def test_a_new_group_takes_nothing_from_one_that_begins_with_the_same_word():
    old = [
        Group(
            ("fot", "bib"),
        ),
        Group(("kib",), (), ("fot",)),
    ]
    assert from_("kib", Ways(old)) == {"fot": BROADER, "bib": BROADER}
    new = from_("kib", Ways([Group(("fot", "gyk")), *old]))
    assert new == {"fot": BROADER, "bib": BROADER, "gyk": BROADER}


def test_what_no_group_has_can_be_named_all_the_same():
    made = Ways([Group(("kib",), (), ("dut",))])
    assert from_("dut", made) == {"kib": NARROWER}


def test_a_group_is_named_by_its_first_word_rather_than_by_one_that_another_begins_with():
    made = Ways([Group(("bib", "fot")), Group(("fot", "gyk")), Group(("kib",), (), ("fot",))])
    assert from_("kib", made) == {"fot": BROADER, "gyk": BROADER}


def test_english_words_find_swedish_ones_in_any_number_and_are_found_as_either_is_stemmed():
    made = Ways([Group(("förskola",), ("nursery", "parking"))])
    assert from_("nurseries", made) == {"förskol": SAME, "park": SAME, "parking": SAME}
    assert from_("förskolans", made) == {"nursery": SAME, "park": SAME, "parking": SAME}
    assert from_("park", made) == {}
    assert from_("nursery's", made, "en", "sv") == from_("nurseries", made)


def test_a_word_of_two_languages_means_what_it_does_in_the_readers():
    made = Ways([Group(("art", "djur")), Group(("konst",), ("art",))])
    assert from_("art", made) == {"djur": SAME}
    assert from_("art", made, "en", "sv") == {"konst": SAME}


def test_dots_may_be_left_out_unless_that_is_another_word():
    made = Ways([Group(("äldreboende", "särskilt boende")), Group(("får", "lamm")), Group(("far", "pappa"))])
    assert from_("aldreboende", made) == from_("äldreboende", made) != {}
    assert from_("far", made) == {"pap": SAME}


def test_a_word_that_is_a_stop_word_elsewhere_leads_on_but_is_not_looked_for():
    made = Ways([Group(("it", "data"))])
    assert from_("it", made) == {"dat": SAME}
    assert from_("data", made) == {}


def test_too_long_a_phrase_and_too_many_are_left_out():
    long = " ".join(WORDS[: LONGEST_PHRASE + 1])
    assert Ways([Group((long, "kib"))]) == {}
    names = tuple(f"b{number}" for number in range(MOST_PHRASES + 9))
    assert len(Ways([Group(names)])) == MOST_PHRASES


@given(groups=GROUPS)
@settings(max_examples=examples(100))
def test_no_phrase_finds_itself_and_none_leads_to_a_phrase_that_does_not_lead_back(groups):
    made = Ways(groups)
    # Of several relations between two phrases the heaviest counts, each way.
    back = {SAME: {SAME}, NARROWER: {BROADER, NARROWER}, BROADER: {NARROWER}, SEE_ALSO: {SEE_ALSO}}
    everything = {word for group in groups for text in group for word in text}
    for text in everything:
        for other, weight in from_(text, made).items():
            assert other != text
            assert from_(other, made)[text] in back[weight]


@given(groups=GROUPS)
@settings(max_examples=examples(50))
def test_the_heaviest_come_first_and_each_once(groups):
    for others in Ways(groups).values():
        weights = [weight for _, weight in others]
        assert weights == sorted(weights, reverse=True)
        assert len({stems for stems, _ in others}) == len(others) > 0
