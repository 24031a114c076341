"""What a real Elasticsearch makes of Swedish words."""

import pytest

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


def tokens(index, way, text):
    found = index.es.indices.analyze(index=index.alias, analyzer=way, text=text)["tokens"]
    return {token["token"] for token in found}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Förskolenätverkets", "förskola"),
        ("Förskolenätverkets", "nätverk"),
        ("Frukostmötet", "möte"),
        ("arbetsmarknadsfrågor", "arbetsmarknad"),
        ("kommunerna", "kommun"),
        ("företagare", "företag"),
        ("styrgruppens", "styrgrupp"),
    ],
)
def test_inflections_and_parts_of_compounds_meet(index, text, query):
    assert tokens(index, "stem_query", query) <= tokens(index, "stem", text)
    assert tokens(index, "folded_query", query) <= tokens(index, "folded", text)


@pytest.mark.parametrize(
    ("text", "query"), [("Förskolan", "forskola"), ("Härryda", "harryda"), ("Öckerö", "ockero"), ("Åsa", "asa")]
)
def test_letters_that_are_left_out_meet_in_the_folded_way_only(index, text, query):
    assert tokens(index, "folded_query", query) <= tokens(index, "folded", text)
    assert not tokens(index, "stem_query", query) <= tokens(index, "stem", text)


def test_a_query_keeps_its_compounds_whole(index):
    assert len(tokens(index, "stem_query", "frukostmötet")) == 1
    assert len(tokens(index, "stem", "frukostmötet")) > 1


def test_english_is_read_as_english(index):
    assert tokens(index, "english", "The network's meetings") >= {"network", "meeting"}
