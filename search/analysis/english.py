"""A light stemmer for English: plurals, possessives and the commonest verb forms. Pure."""

import re
from functools import lru_cache

_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ses", "se"))
_VERB = re.compile(r"(?<=[a-z]{3})(?:ings?|ed)$")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of ``word`` (lower case): "meet" for meeting and meetings, "network" for networks."""
    word = singular(word)
    if len(word) < 4:
        return word
    bare = _VERB.sub("", word)
    return bare[:-1] if bare != word and len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] in "bdgmnprt" else bare


def singular(word: str) -> str:
    """``word`` (lower case) without a possessive or the ending of a plural."""
    word = re.sub(r"['’]s?$", "", word)
    if len(word) < 4:
        return word
    for ending, base in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word[:-1] if word.endswith("s") and word[-2] not in "sui" else word
