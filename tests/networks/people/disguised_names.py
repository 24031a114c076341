"""Strategies for a made-up name in the disguises in which people and programs write it."""

import unicodedata

from hypothesis import strategies as st

GIVEN = ("Anna", "Åsa", "Örjan", "Märta", "Bo")
SURNAMES = ("Berg", "Öberg", "Exempelsson", "Påhittad", "Ek")
MIDDLE = ("", "K.", "K", "Karin", "Karin Maria")
_ENTITIES = {"å": "&aring;", "ä": "&auml;", "ö": "&ouml;", "Å": "&Aring;", "Ä": "&Auml;", "Ö": "&Ouml;", "e": "&#101;"}
_SPACES = (" ", "\u00a0", "&nbsp;", "&#160;", "  ", "\n")
_UNSEEN = ("\u00ad", "\u200b", "\u2060", "&shy;", "&#8203;")


@st.composite
def written(draw, given, surname):
    """A text that reads as the person ``given surname``."""
    between = draw(st.sampled_from(_SPACES))
    middle = draw(st.sampled_from(MIDDLE)).replace(" ", between)
    order = draw(st.sampled_from(("forward", "comma", "backward", "hyphen")))
    last = surname + draw(st.sampled_from(("", "s")))
    forward = between.join(part for part in (given, middle, last) if part)
    name = {
        "forward": forward,
        "comma": f"{surname},{between}{given}",
        "backward": f"{surname}{between}{given}",
        "hyphen": f"{given}-Karin{between}{last}",
    }[order]
    parts = [draw(_part(part)) for part in name.split(between)]
    return between.join(parts)


@st.composite
def _part(draw, word):
    word = draw(st.sampled_from((str, str.upper)))(word)
    at = draw(st.integers(0, len(word)))
    how = draw(st.sampled_from(("plain", "decomposed", "unseen", "entities", "tags", "bold")))
    if how == "decomposed":
        return unicodedata.normalize("NFD", word)
    if how == "unseen":
        sign = draw(st.sampled_from(_UNSEEN))
        return word[:at] + sign + word[at:]
    if how == "entities":
        return "".join(_ENTITIES.get(letter, letter) for letter in word)
    if how == "tags":
        return f"{word[:at]}<i>{word[at:]}</i>"
    return f"<b>{word}</b>" if how == "bold" else word
