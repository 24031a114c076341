"""Finds the glossary's terms in HTML and links the first occurrence of each. Pure: HTML in, HTML out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from ..text.tags import TAG

# The beginning of a comment, or a tag. Everything between is text.
_TAG = re.compile(f"<!--|{TAG}")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
# Elements that may not contain a link, or in which a word is a name rather than part of a text.
_LEFT_ALONE = re.compile(
    "(?:a|abbr|button|code|dfn|h[1-6]|label|option|script|select|style|summary|svg|textarea|time|title)", re.IGNORECASE
)
_BEFORE = r"(?<![\w&#@/.:\-\u00ad])"
# A genitive ("GR:s") still counts as the term, and so does an abbreviation that begins a compound ("MAS-nätverket").
_AFTER = r"(?!\w|[@/\u00ad]|\.\w|:(?!s\b)\w)"
_NO_HYPHEN = r"(?!-\w)"


@dataclass(frozen=True)
class Sought:
    """A term to look for.

    ``key`` names the term in addresses, ``spellings`` are the ways a text may spell it, ``meaning`` is what an
    abbreviation stands for ('' for a word), and ``lang`` is its language, or '' when that is the text's own.
    """

    key: str
    spellings: tuple[str, ...]
    meaning: str = ""
    lang: str = ""


def mark_first(html: str, terms: Sequence[Sought], seen: set[str]) -> tuple[str, list[str]]:
    """``html`` with the first occurrence of each of ``terms`` linked, and the keys found. Skips the keys in ``seen``.

    Each term found is added to ``seen``, so that the parts of a page can be marked one after another. Only links are
    added. A term that the text itself spells out ("Göteborgsregionen (GR)") gets no link.
    """
    pattern, by_spelling = _pattern(tuple(terms))
    if pattern is None:
        return html, []
    marked: list[str] = []
    found: list[str] = []
    for text, open_to_links in _pieces(html):
        if not open_to_links:
            marked.append(text)
            continue
        end = 0
        for match in pattern.finditer(text):
            term = by_spelling[_key(match[0])]
            if term.key in seen:
                continue
            seen.add(term.key)
            if _spelt_out(text, match.start(), term):
                continue
            found.append(term.key)
            marked += [text[end : match.start()], _link(term, match[0])]
            end = match.end()
        marked.append(text[end:])
    return "".join(marked), found


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Split ``html`` into ``(tag or text, whether it may be linked)``, in order; joined they are ``html`` again."""
    inside: Counter[str] = Counter()  # how many elements to leave alone are open, by name
    end = 0
    while tag := _TAG.search(html, end):
        yield html[end : tag.start()], not inside
        end = _comment_end(html, tag.end()) if tag[0] == "<!--" else tag.end()
        yield html[tag.start() : end], False
        _step(inside, tag[0])
    yield html[end:], not inside


def _comment_end(html: str, start: int) -> int:
    """Where the comment ends that begins at ``start``: one that is not closed goes on to the end."""
    end = html.find("-->", start)
    return len(html) if end < 0 else end + len("-->")


def _step(inside: Counter[str], tag: str) -> None:
    name = _NAME.match(tag)
    if name and _LEFT_ALONE.fullmatch(name[1]) and not tag.endswith("/>"):
        inside[name[1].lower()] += -1 if tag.startswith("</") else 1
        for closed in [each for each, number in inside.items() if number <= 0]:
            del inside[closed]


@lru_cache(8)
def _pattern(terms: tuple[Sought, ...]) -> tuple[re.Pattern[str] | None, dict[str, Sought]]:
    """A pattern that finds any of the terms, longest first, and the term for each spelling (see ``_key``).

    Cached, because a page asks for the same terms once for each of its texts.
    """
    by_spelling: dict[str, Sought] = {}
    for term in terms:
        for spelling in term.spellings:
            if spelling.strip():
                by_spelling.setdefault(_key(escape(spelling.strip(), quote=False)), term)
    ways = [_way(spelling) for spelling in sorted(by_spelling, key=lambda each: (-len(each), each))]
    return (re.compile(_BEFORE + f"(?:{'|'.join(ways)})" + _AFTER) if ways else None), by_spelling


def _way(spelling: str) -> str:
    written = re.escape(spelling)
    if is_abbreviation(spelling):
        return written
    first = spelling[0]
    return f"[{re.escape(first.lower())}{re.escape(first.upper())}]{re.escape(spelling[1:])}{_NO_HYPHEN}"


def _key(spelling: str) -> str:
    """The key of a spelling: an abbreviation keeps its capitals, and a word may begin with either case."""
    return spelling if is_abbreviation(spelling) else spelling[:1].lower() + spelling[1:]


def is_abbreviation(spelling: str) -> bool:
    """Whether the spelling has capitals of its own, such as MAS, FoU and IFO."""
    return any(letter.isupper() for letter in spelling[1:])


def _spelt_out(text: str, place: int, term: Sought) -> bool:
    """Whether the meaning of ``term``, which ``text`` has at ``place`` within brackets, is written before them."""
    meaning = f"{escape(term.meaning, quote=False).lower()} ("
    return bool(term.meaning) and text[max(0, place - len(meaning)) : place].lower() == meaning


def _link(term: Sought, text: str) -> str:
    lang = f' lang="{escape(term.lang)}"' if term.lang else ""
    meaning = f'<span class="visually-hidden"{lang}> ({escape(term.meaning)})</span>' if term.meaning else ""
    return f'<a class="term" id="i-texten-{term.key}" href="#ord-{term.key}">{text}{meaning}</a>'
