"""Strategies for a made-up name in the disguises in which people and programs write it, and for others' names."""

import unicodedata
from urllib.parse import quote

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


# What stands between the two names where both orders mean the same, and where only one does.
_IN_BOTH_ORDERS = (
    " ", "\u00a0", "&nbsp;", "&amp;nbsp;", "&amp;amp;#160;", "\n", "%20", "%2520", "%C2%A0", "-", "_", ".", "+", "%2E",
    "%2d", "", "/", "%2F", ", ", "; ", ",%20", " | ", ": ", " \u2013 ", "<br>", "</td><td>", "</p>\n<p>", " (at) ",
    " (rektor) ", " , tfn ", ", rektor, ",
)  # fmt: skip
_IN_ONE_ORDER = (
    " Efternamn: ", "</td><td>Efternamn:</td><td>", "<br>Efternamn: ", ", efternamn: ", " och Karl ", " &amp; Karl ",
    "/Karl ", ", Eva och Karl ", " och ",
)  # fmt: skip
_BROKEN = ("-\n", "- ", "-\r\n  ", "-<br>", "&shy;\n", "\u2010\n")


@st.composite
def oddly_written(draw, given, surname):
    """A text from which a reader may understand the person ``given surname``."""
    joint = draw(st.sampled_from(_IN_BOTH_ORDERS + _IN_ONE_ORDER))
    case = draw(st.sampled_from((str, str.upper, str.lower)))
    names = [draw(_escaped(case(name))) for name in (given, surname)]
    return joint.join(names[::-1] if joint in _IN_BOTH_ORDERS and draw(st.booleans()) else names)


@st.composite
def _escaped(draw, word):
    at = draw(st.integers(1, len(word) - 1))
    entities = "".join(_ENTITIES.get(letter, letter) for letter in word)
    ways = {
        "plain": word,
        "decomposed": unicodedata.normalize("NFD", word),
        "unseen": word[:at] + draw(st.sampled_from(_UNSEEN)) + word[at:],
        "percent": "".join(f"%{code:02X}" for code in word[:at].encode()) + quote(word[at:]),
        "percent twice": quote(quote(word)),
        "latin": quote(word, encoding="latin-1"),
        "entities": entities,
        "entities twice": entities.replace("&", "&amp;"),
        "broken": word[:at] + draw(st.sampled_from(_BROKEN)) + word[at:],
    }
    return ways[draw(st.sampled_from(sorted(ways)))]


OTHER_GIVEN = ("Karl", "Lovisa", "Ture")
OTHER_SURNAMES = ("Lindholm", "Testman", "Zetterqvist")


# "Karl Berg, Anna Lind" may be a list of surnames first, and lines may be a long name.
UNSURE = (", ", "; ", "<br>", "\n")
SURE = (" och ", " samt ", "</li><li>", ". ", " (S), ", ", Mölndal, ", " träffar ")


@st.composite
def of_others(draw, given, surname, joints):
    """A text that names others, who share the given name or the surname with the person."""
    people = st.sampled_from(
        [f"{given} {other}" for other in OTHER_SURNAMES] + [f"{other} {surname}" for other in OTHER_GIVEN]
    )
    named = draw(st.lists(people, min_size=1, max_size=5))
    return f"<ul><li>{draw(st.sampled_from(joints)).join(named)}</li></ul>"
