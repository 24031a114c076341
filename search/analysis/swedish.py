"""A light stemmer for Swedish: all forms of a noun or a listed verb, and most of an adjective, get one stem. Pure.

Snowball's stemmer does not connect "mötet", "frågan" and "kvinnors" with their other forms. This one removes endings
until none is left. So the stem of a stem is itself, and a base form that looks inflected ("rektor", "kurs") gets the
same stem as its real inflections ("rektorer", "kursen"). What no ending tells, of plurals and verbs, is listed.
Stems are for comparing and are never shown.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from . import verbs

_VOWEL = re.compile("[aeiouyåäöéü]")
# Longest first. An ending is removed if at least the given number of letters remain.
_ENDINGS: tuple[tuple[str, int], ...] = (
    ("heterna", 3), ("anderna", 4), ("ering", 5), ("heten", 3), ("heter", 3), ("anden", 4), ("andet", 4), ("arens", 3),
    ("endena", 4), ("andena", 4), ("enden", 4), ("endet", 4),
    ("ning", 5),
    ("arna", 3), ("erna", 3), ("orna", 3), ("aren", 3), ("ande", 4), ("ende", 4), ("ades", 4), ("het", 4),
    ("ena", 3), ("ern", 3), ("orn", 4), ("are", 3), ("ade", 3), ("ast", 4),
    ("ar", 3), ("er", 3), ("or", 3), ("en", 3), ("et", 3), ("an", 3), ("um", 4),
    ("a", 3), ("e", 3),
)  # fmt: skip
# The same by their last letter, in the same order: most words end like few of them.
_ENDINGS_BY_LETTER = {
    letter: tuple((ending, least) for ending, least in _ENDINGS if ending[-1] == letter)
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
# The neuter of an adjective: hållbart, offentligt, politiskt, digitalt, gemensamt, aktivt, populärt.
_NEUTER = re.compile("(?:bar|ig|sk|[^fhs]al|sam|iv|ell|[iuy]l?lär)t$")
# The participle of a verb in -era, of which there is no end: digitaliserad, informerat. Other words end like one, or
# their plural does without its ending: moderat, generatorer.
_NO_PARTICIPLE = ("mod", "desp", "ref", "litt", "konglom", "gen", "op", "accel")
_PARTICIPLE = re.compile("(?<=..)" + "".join(f"(?<!{begun})" for begun in _NO_PARTICIPLE) + "era[td]$")
# A stem may be as short as år or ek if it looks like a word.
_SHORT = re.compile("[aeiouyåäö][bdfgklmnprstv]")
_DEFINITE_AFTER_VOWEL = re.compile("[iyöå]n$")
_GENITIVE = re.compile("[abcdefghijklmnoprtvyåäö]s$")
_ACTION = re.compile("(?<=.{5}l)ing$")
_DEFINITE_L = re.compile("(?<=[^aeiouyåäöl]el)n$")
_CONTRACTED_N = re.compile("(tt|ck|pp)n$")
_CONTRACTED_L = re.compile("([^aeiouyåäöl])el$")
_CONTRACTED_R = re.compile("([bdfgjkmnptv])r$")
# Nouns that end as if they were inflected: a flat ("lägenhet") is not a place, nor dementia ("demens") a pronoun, and
# a journey ("tjänsteresa") would lose its verb.
_KEPT = re.compile("(.*[^h]enhet|.*nummer|.*[a-zåäö]{2}res(?=a|o)|demens)(?:en|er|erna|a|an|or|orna)?s?")
_DOUBLED = re.compile("(m|n|p)\\1$")
# The letters that any of these patterns ends with.
_CONTRACTED = frozenset("gnlrmp")
# Words whose vowel changes in the plural.
PLURALS = {
    "städ": "stad", "länd": "land", "händ": "hand", "ständ": "stand", "ledamöt": "ledamot", "ränd": "rand",
    "böck": "bok", "fött": "fot", "rött": "rot", "nätt": "natt", "bröd": "bror", "söne": "son", "män": "man",
    "mödr": "mor", "fädr": "far", "svär": "svar", "gäss": "gås", "tänd": "tand", "bänd": "band", "äldst": "äld",
}  # fmt: skip
# The lengths of those that also end compounds, from the longest.
_PLURAL_LENGTHS = sorted({len(changed) for changed in PLURALS if len(changed) > 3}, reverse=True)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of ``word`` (lower case): "möt" for möte, möten, mötet, mötena and mötets."""
    bare = stripped(word)
    return changed().get(word) or changed().get(bare, bare)


@cache
def changed() -> Mapping[str, str]:
    """``{a form of a verb without its endings: the stem of the verb}``, where they differ, and some whole forms.

    No stem is a key, since no word is left whole that an ending can be removed from.
    """
    text = verbs.LIST.read_text(encoding="utf-8")
    found = verbs.changed_stems(text, stripped)
    for form, base in verbs.past_tenses(text, stripped).items():
        if stripped(form) not in (form, base) and stripped(form) not in found:
            found[form] = base
    # The plurals come before verbs: fött, of föda, is of fot. And what they become stays.
    taken = {*PLURALS, *PLURALS.values()}
    return {form: base for form, base in found.items() if form not in taken and stripped(base) == base}


def stripped(word: str) -> str:
    """``word`` without endings, and with the vowel of its singular."""
    if word.isdigit():
        return word
    if kept := _KEPT.fullmatch(word):
        return kept[1]
    while True:
        shorter = _step(word)
        if shorter == word:
            return _plural(word)
        word = shorter


def _plural(word: str) -> str:
    """Undo a vowel change in the plural, also at the end of a compound: "huvudstäd" gives "huvudstad"."""
    if word in PLURALS:
        return PLURALS[word]
    for length in _PLURAL_LENGTHS:
        if len(word) > length + 2 and word[-length:] in PLURALS:
            return word[:-length] + PLURALS[word[-length:]]
    return word


def _step(word: str) -> str:
    last = word[-1:]
    if last == "s" and len(word) >= 4 and _GENITIVE.search(word):
        return word[:-1]
    if last == "t" and len(word) >= 6 and _NEUTER.search(word):
        return word[:-1]
    if last in "td" and len(word) >= 7 and _PARTICIPLE.search(word):
        return word[:-1]
    for ending, least in _ENDINGS_BY_LETTER.get(last, ()):
        rest = word[: -len(ending)]
        if (
            word.endswith(ending)
            and _VOWEL.search(rest)
            and (len(rest) >= least or (len(ending) == 2 and _SHORT.fullmatch(rest)))
        ):
            return rest
    return _contract(_DEFINITE_L.sub("", _ACTION.sub("", word))) if last in _CONTRACTED else word


def _contract(word: str) -> str:
    """Remove a vowel or double letter that comes and goes in a word's forms: regel, regler; program, programmet."""
    if len(word) >= 5 and _DEFINITE_AFTER_VOWEL.search(word):
        return word[:-1]
    if len(word) >= 5:
        word = _CONTRACTED_N.sub(r"\1", word)
        word = _CONTRACTED_L.sub(r"\1l", word)
    if len(word) >= 4:
        word = _DOUBLED.sub(r"\1", word)
        word = _CONTRACTED_R.sub(r"\1", word)
    return word
