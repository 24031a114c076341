"""How Elasticsearch analyses Swedish and English text. Pure.

Each field is analysed in four ways, and a query in the same four:

===========  =======================================  ===========================================
way          "Förskolenätverkets möten" is             it is for
===========  =======================================  ===========================================
(itself)     förskolenätverkets, möten                 the word as it stands, best of all
``stem``     förskolenätverk, förskola, nätverk, möt   inflections and parts of compounds
``folded``   forskolenatverk, forskola, natverk, mot   å, ä and ö that a hurried visitor leaves out
``english``  (as English)                              English text
===========  =======================================  ===========================================
"""

from ..analysis.compounds import heads, listed

# Shorter words occur inside too many others: "mas" in "samverkansmas".
SHORTEST_PART = 4
LONGEST_PART = 24
WAYS = ("stem", "folded", "english")


def compound_parts() -> list[str]:
    """The words and first parts (förskole-, arbets-) for splitting compounds, sorted."""
    return sorted(word for word in {*listed(), *heads()} if len(word) >= SHORTEST_PART)


def index_settings() -> dict[str, object]:
    """The settings of an index: filters and analyzers under ``analysis``."""
    return {
        "number_of_shards": 1,  # a few thousand rows; one shard counts words the same for all of them
        "number_of_replicas": 0,
        "auto_expand_replicas": "0-1",
        "analysis": {"filter": _filters(), "analyzer": _analyzers()},
    }


def _filters() -> dict[str, object]:
    return {
        "swedish_compounds": {
            "type": "dictionary_decompounder",
            "word_list": compound_parts(),
            "min_word_size": 2 * SHORTEST_PART,
            "min_subword_size": SHORTEST_PART,
            "max_subword_size": LONGEST_PART,
            "only_longest_match": True,
        },
        "light_swedish": {"type": "stemmer", "language": "light_swedish"},
        "light_english": {"type": "stemmer", "language": "light_english"},
        "english_possessive": {"type": "stemmer", "language": "possessive_english"},
    }


def _analyzers() -> dict[str, object]:
    compounds = "swedish_compounds"
    ways = {
        "exact": ["lowercase"],
        "stem": ["lowercase", compounds, "light_swedish", "remove_duplicates"],
        "folded": ["lowercase", compounds, "light_swedish", "asciifolding", "remove_duplicates"],
        "english": ["english_possessive", "lowercase", "light_english"],
        # Compounds in a query are not split, or "frukostmöte" would find every meeting.
        "stem_query": ["lowercase", "light_swedish"],
        "folded_query": ["lowercase", "light_swedish", "asciifolding"],
    }
    analyzers = {name: {"type": "custom", "tokenizer": "standard", "filter": steps} for name, steps in ways.items()}
    return {**analyzers, "terms": {"type": "custom", "tokenizer": "whitespace", "filter": ["lowercase"]}}
