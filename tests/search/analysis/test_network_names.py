import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.network_names import MOST_MEANT, meant, network_name
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

NAMES = {
    1: ["Förskolenätverket", "Preschool Network"],
    2: ["Socialchefsnätverket"],
    3: ["Arbetsmarknadschefer"],
    4: ["Beredningsgruppen för arbetsmarknad", "Styrgruppen för arbetsmarknad"],
    5: ["Styrgruppen för miljö och samhällsbyggnad"],
    6: ["Förbundsfullmäktige"],
    7: ["GR:s kommunikatörsnätverk"],
    8: ["Göta älvs vattenråd"],
    9: ["Göta älvs vattenvårdsförbund"],
    10: ["Nätverk för handläggare av strandskyddsärenden"],
    11: ["Kommunchefer i Göteborgsregionen"],
}
NETWORKS = [
    network_name(key, [(name, "en" if "Pre" in name else "sv") for name in names]) for key, names in NAMES.items()
]
VOCABULARY = Vocabulary([(terms([name]), "", "") for names in NAMES.values() for name in names])


def networks(words, part=True):
    return meant(wanted(words, VOCABULARY), NETWORKS, part=part)


def network(words, part=True):
    """The network that is certain."""
    found = networks(words, part)
    return found[0] if len(found) == 1 else None


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in NAMES.items() for name in names])
@pytest.mark.parametrize("part", [True, False])
def test_every_name_means_its_network(key, name, part):
    assert network(name, part) == key
    assert network(name.upper().lower(), part) == key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("förskolan", 1), ("forskolenatverket", 1), ("nätverket för förskola", 1), ("preschool", 1),
        ("socialcheferna", 2), ("socialchefernas nätverk", 2), ("arbetsmarknadscheferna", 3),
        ("fullmäktige", 6), ("kommunikatörerna", 7), ("kommuncheferna", 11), ("vattenrådet göta älv", 8),
    ],
)  # fmt: skip
def test_a_network_is_meant_by_its_subject(words, key):
    assert network(words, part=False) == key


@pytest.mark.parametrize(("words", "key"), [("handläggare", 10), ("strandskydd", 10), ("miljö", 5)])
def test_a_part_of_the_name_is_enough_if_it_is_said_to_be_a_network(words, key):
    assert network(words) == key
    assert network(words, part=False) is None


@pytest.mark.parametrize(
    "words", ["arbetsmarknad klimat", "styrgruppen", "göta älv", "nätverket", "möte", "chefer", ""]
)
def test_no_network_is_better_than_a_wrong_one(words):
    assert network(words) is None


@pytest.mark.parametrize("words", ["göteborg", "nätverk", "gr", ""])
def test_words_that_any_name_may_have_mean_no_network(words):
    assert network(words) is None


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        # The word begins one name and is a word of the other.
        ("arbetsmarknad", {3, 4}), ("arbetsmarknaden", {3, 4}),
        ("göta älv", {8, 9}), ("styrgruppen", {4, 5}),
    ],
)  # fmt: skip
def test_several_networks_are_meant_by_what_their_names_have_equally(words, keys):
    assert set(networks(words)) == keys
    assert networks(words, part=False) in ((), (3,))


@given(st.integers(1, 20))
def test_a_word_that_very_many_names_have_means_no_network(number):
    names = [network_name(key, [(f"Nätverk{key} för cykling", "sv")]) for key in range(number)]
    vocabulary = Vocabulary([(terms([f"Nätverk{key} för cykling"]), "", "") for key in range(number)])
    found = meant(wanted("cykling", vocabulary), names, part=True)
    assert len(found) == (number if number <= MOST_MEANT else 0)
