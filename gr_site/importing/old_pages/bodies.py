"""Names of networks, groups, boards and committees as they stand in running text and headings."""

from __future__ import annotations

import re

_ENDING = (
    r"(?:nätverk(?:et)?|grupp(?:en)?|nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|beredning(?:en)?|direktion(?:en)?"
    r"|fullmäktige|kommitté(?:n)?|kollegi(?:um|et)|kollektivtrafikråd(?:et)?|samråd(?:et)?|ungdomsråd(?:et)?"
    r"|vattenråd(?:et)?|vattenvårdsförbund(?:et)?|kompetensråd(?:et)?|programråd(?:et)?|råd(?:et)?|forum(?:et)?"
    r"|ledning(?:en)?|toppmöte(?:t)?)"
)
_WORD = r"[A-Za-zÅÄÖåäöéÉ-]*"
#: One word that names a body: "Förskolenätverket", "Styrgruppen", "utskott".
BODY_WORD = re.compile(rf"(?!\w*områd)(?!målgrupp){_WORD}{_ENDING}", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?i)(?:nätverk(?:et|en|ens)?|grupp(?:en|erna)?|styrgrupp(?:en)?|arbetsgrupp(?:en)?|beredningsgrupp(?:en)?|forum(?:et)?"
    r"|råd(?:et)?|utskott(?:et)?|samarbetet|vår|vårt|våra|årets|dess|deras|beredning(?:en)?|nämnd(?:en)?|styrelse(?:n)?"
    r"|direktion(?:en)?|förbund(?:et)?|arbete(?:t)?)s?"
)
_SUB_GROUP = re.compile(
    r"(?i)(?:arbets|del|fokus|under|tema|referens|projekt)grupp(?:en)?\b.{0,60}|(?:arbets|under)utskott(?:et)?\b.{0,60}"
    r"|[\w -]{1,40}(?:arbets|del|fokus|under|tema)grupp(?:en)?"
)
_PROFESSION = re.compile(
    r"(?i)\w*(?:chefer(?:na)?|strateger(?:na)?|handläggare|samordnare|kommunikatörer(?:na)?|planerare|direktörer(?:na)?"
    r"|sekreterare|utvecklare|ledare|pedagoger|vägledare|rektorer(?:na)?)"
)
_STOPS = (
    r"har|är|och|som|på|i|kan|ska|skall|kring|vid|om|med|till|för|av|att|den|det|sedan|under|samt|men|när|där|inom"
)
#: A body in running text: one word, or one followed by "för …" ("nätverket för samhällsbyggnadschefer").
MENTION = re.compile(
    rf"\b((?:nätverket|styrgruppen|arbetsgruppen|beredningsgruppen|gruppen|utskottet)\s+för\s+(?!att\b)"
    rf"(?!(?:{_STOPS})\b)[A-Za-zÅÄÖåäöé-]+(?:\s+(?!(?:{_STOPS})\b)[a-zåäöé-]+)?"
    r"|(?!områd)[A-Za-zÅÄÖåäöé-]+(?:nätverket|gruppen|nämnden|styrelsen|utskottet|beredningen|direktionen|fullmäktige|rådet)"
    r"|fullmäktige)(?=s?\b)",
    re.IGNORECASE,
)


def is_body_word(word: str) -> bool:
    return bool(BODY_WORD.fullmatch(word.strip(".,:;()")))


def is_generic(word: str) -> bool:
    """ "Nätverkets", "gruppens": the page's own body, whatever it is called."""
    return bool(_GENERIC.fullmatch(word))


def names_body(text: str) -> bool:
    """A heading or title that is the name of a body: a body word first or last, or a profession first."""
    words = [word.strip(".,:;()") for word in re.sub(r"\([^)]*\)", "", text).split()]
    if not words or len(words) > 12:
        return False
    return is_body_word(words[0]) or is_body_word(words[-1]) or bool(_PROFESSION.fullmatch(words[0]))


def is_sub_group(heading: str, title: str) -> bool:
    """The name of a part of the page's body: "Arbetsgrupp buller", "Fokusgruppen för unga", "Arbetsutskottet"."""
    return bool(_SUB_GROUP.fullmatch(heading.strip(" :"))) and not same_body(heading, title)


def nominative(owner: str) -> str:
    """ "Utbildningsgruppens" -> "Utbildningsgruppen", "GR:s" -> "GR"."""
    for ending in (":s", "s"):
        if owner.endswith(ending) and len(owner) > 3:
            return owner.removesuffix(ending)
    return owner


def same_body(first: str, second: str) -> bool:
    """Whether two names mean one body, apart from case, genitive, a bracketed abbreviation and "Nätverk(et)"."""
    return bool(first) and body_key(first) == body_key(second)


def body_key(name: str) -> str:
    """One spelling for all names of a body: lower case, definite, no genitive, no bracketed abbreviation."""
    bare = re.sub(r"\([^)]*\)", "", name).casefold().strip(" .:;")
    bare = re.sub(r"\b(nätverk|grupp)\b", lambda word: word[1] + ("et" if word[1] == "nätverk" else "en"), bare)
    return nominative(re.sub(r"\s+", " ", bare))
