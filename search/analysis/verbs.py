"""The forms of Swedish verbs that no ending tells: "fallit" is of falla, "byggt" of bygga, "flyttad" of flytta. Pure.

The verbs are in ``verbs.txt``, and so is each form that no rule makes. The rules are those of Svenska Akademiens
grammatik for the first conjugation (-ade, -at, -ad), the second (-de or -te, -t, -d or -t), and the short verbs
(-dde, -tt, -dd).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_name("verbs.txt")
_VOWEL = re.compile("[aeiouyåäö]")
_D_AFTER_VOWEL = re.compile("(?<=[aeiouyåäö])d$")
_T_AFTER_VOWEL = re.compile("(?<=[aeiouyåäö])t$")
_D_OR_T_AFTER_CONSONANT = re.compile("(?<=[^aeiouyåäö])([dt])$")
_VOICELESS = re.compile("[kpsx]$")
_DOUBLED = re.compile("(m|n)\\1$")


class Verb(NamedTuple):
    """The infinitive, those of its other forms that matter, and what all of them begin with ("" or a prefix)."""

    infinitive: str
    forms: tuple[str, ...]
    prefix: str


def changed_stems(text: str, stripped: Callable[[str], str]) -> dict[str, str]:
    """``{a form without its endings: the infinitive without them}`` for the verbs of ``text``, written as in the list.

    ``stripped`` removes the endings of a word. Left out is a form that may be another word: one of [own], one that two
    verbs share, one that is an infinitive as well (so no value is a key), or one of which only a prefix and consonants
    are left: "antar" is stripped like "antenn".
    """
    kept, verbs = _read(text)
    found: dict[str, set[str]] = {}
    for verb in verbs:
        base = stripped(verb.infinitive)
        kept.add(base)
        for form in map(stripped, verb.forms):
            if _VOWEL.search(form, len(verb.prefix)):
                found.setdefault(form, set()).add(base)
    return {form: bases.pop() for form, bases in found.items() if len(bases) == 1 and form not in kept}


def past_tenses(text: str, stripped: Callable[[str], str]) -> dict[str, str]:
    """``{a whole form in -de, -te, -des or -tes: the infinitive without endings}``, if it is of one verb only.

    They are no nouns, even if another word is left of them without endings: a board is "nämnd", but not "nämnde".
    """
    _, verbs = _read(text)
    found: dict[str, set[str]] = {}
    for verb in verbs:
        for form in verb.forms:
            if form.endswith(("de", "te")):
                found.setdefault(form, set()).add(stripped(verb.infinitive))
    return {form + s: min(bases) for form, bases in found.items() if len(bases) == 1 for s in ("", "s")}


def _read(text: str) -> tuple[set[str], list[Verb]]:
    """The words that stay, and all verbs."""
    own: set[str] = set()
    verbs: list[Verb] = []
    section = ""
    for line in filter(None, (line.partition("#")[0].strip() for line in text.splitlines())):
        if line.startswith("["):
            section = line
        elif section == "[own]":
            own.update(line.split())
        else:
            verbs.extend(_verbs(line, _FORMS[section]))
    return own, verbs


def _verbs(line: str, forms_of: Callable[[str, list[str]], Iterable[str]]) -> Iterator[Verb]:
    """The verb of a line, and what it is compounded with."""
    parts, _, prefixes = line.partition(":")
    infinitive, *listed = (part.removeprefix("-") for part in parts.split())
    forms = [*forms_of(infinitive, listed)]
    for prefix in [*([] if line.startswith("-") else [""]), *prefixes.split()]:
        yield Verb(_joined(prefix, infinitive), tuple(_joined(prefix, form) for form in forms), prefix)


def _joined(prefix: str, form: str) -> str:
    """Of three equal letters one is not written: till + låta is tillåta."""
    return prefix + form[1:] if prefix[-2:] == form[:1] * 2 else prefix + form


def _irregular(_: str, listed: list[str]) -> Iterator[str]:
    for form in listed:
        yield form
        if form.endswith("en"):
            # skriven, skrivna; but vunnen, vunna
            yield form[:-2] + ("a" if form.endswith("nnen") else "na")


def _first(infinitive: str, _: list[str]) -> Iterator[str]:
    whole = infinitive.removesuffix("s")
    return (whole + ending for ending in "td")


def _second(infinitive: str, _: list[str]) -> Iterator[str]:
    whole = infinitive.removesuffix("s")
    if not whole.endswith("a"):  # tro, tror, trodde, trott, trodd
        yield from (whole + ending for ending in ("r", "dde", "tt", "dd"))
        return
    base = whole[:-1]
    if _D_AFTER_VOWEL.search(base):  # betyda, betydde, betytt
        yield from (base + "de", base[:-1] + "tt", base + "d")
    elif _T_AFTER_VOWEL.search(base):  # mäta, mätte, mätt
        yield from (base + "te", base + "t")
    elif _D_OR_T_AFTER_CONSONANT.search(base):  # sända, sände, sänt; lyfta, lyfte, lyft
        yield from (base + "e", base[:-1] + "t")
    elif _VOICELESS.search(base):  # köpa, köpte, köpt
        yield from (base + "te", base + "t")
    else:  # bygga, byggde, byggt; glömma, glömde, glömt
        yield from (_DOUBLED.sub(r"\1", base) + ending for ending in ("de", "t", "d"))


_FORMS: dict[str, Callable[[str, list[str]], Iterable[str]]] = {
    "[irregular]": _irregular,
    "[second]": _second,
    "[first]": _first,
}
