"""The glossary's abbreviations join the editors' synonyms and contradict none."""

from search.analysis.synonyms import phrase, with_pairs


def test_a_phrase_is_words_in_lower_case():
    assert phrase(" FoU  i Väst, ") == "fou i väst"
    assert phrase("–") == ""


def test_a_pair_joins_the_group_that_has_it_or_makes_its_own():
    groups = [["gr", "göteborgsregionen"], ["hr", "personal"]]
    pairs = [("gr", "förbundet"), ("mas", "sjuksköterska"), ("hr", "personal"), ("va", ""), ("av", "av")]
    assert with_pairs(groups, pairs) == [
        ["gr", "göteborgsregionen", "förbundet"],
        ["hr", "personal"],
        ["mas", "sjuksköterska"],
    ]
    assert groups == [["gr", "göteborgsregionen"], ["hr", "personal"]]
