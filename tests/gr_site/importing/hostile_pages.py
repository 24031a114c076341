"""Old pages that cost a careless importer more than their length: one kind for each way to be careless."""

from collections.abc import Callable
from itertools import count

Page = Callable[[int], str]

_MEMBERS = "<h1>Nätverket</h1><h2>Ledamöter</h2>"
_MEETINGS = "<h1>Nätverket</h1><h2>Mötesdagar 2026</h2>"
_TEXT = "<h1>Nätverket</h1>"


def _many(head: str, part: Callable[[int], str]) -> Page:
    def page(length: int) -> str:
        parts, left = [head], length - len(head)
        for number in count():
            if left <= 0:
                return "".join(parts)
            parts.append(part(number))
            left -= len(parts[-1])
        raise AssertionError

    return page


def name(number: int) -> str:
    """One of 17,576 names."""
    first, second, third = (chr(97 + number // 26**place % 26) for place in range(3))
    return f"Anna{first} Berg{second}{third}ström"


def day(number: int) -> str:
    return f"{number % 28 + 1}/{number % 12 + 1}"


def names(number: int, joined: str) -> str:
    return joined.join(name(9 * number + place) for place in range(9))


#: ``{kind: function of a length in characters}``. The first kind is what the others are compared with.
KINDS: dict[str, Page] = {
    "plain": _many(_TEXT, lambda n: f"<p>Nätverket arbetar med frågor om skola och vård i regionen, del {n}.</p>"),
    "members": _many(_MEMBERS, lambda n: f"<p>{name(n)}, förskolechef, Ale kommun</p>"),
    "members as text": _many("Nätverket\n\nLedamöter\n\n", lambda n: f"{name(n)}\nrektor\nAle kommun\n\n"),
    "members in rows": _many(_MEMBERS, lambda n: f"<p>{names(n, ' (Ale), ')}</p>"),
    "members with and": _many(_MEMBERS, lambda n: f"<p>{names(n, ' och ')}</p>"),
    "members with slashes": _many(_MEMBERS, lambda n: f"<p>{names(n, '/')}</p>"),
    "one name": _many(_MEMBERS, lambda n: f"<p>Anna Berg, Skola{n}</p>"),
    "table": _many(f"{_MEMBERS}<table>", lambda n: f"<tr><td>{name(n)}<td>Rektor<td>Ale kommun"),
    "tall cells": _many(f"{_MEMBERS}<table>", lambda n: '<tr><td rowspan="65534" colspan="1000">Ale'),
    "one row": _many(f"{_MEMBERS}<table><tr>", lambda n: "<td>Ale"),
    "organisations": _many(_MEMBERS, lambda n: f"<p>{('Ale kommun', 'Lerums kommun')[n % 2]}</p>"),
    "headings": _many(_TEXT, lambda n: f"<h2>Grupp{n}</h2><p>Text {n}.</p>"),
    "groups": _many(_TEXT, lambda n: f"<h2>Arbetsgrupp {n}</h2><p>{name(n)}, Ale</p><p>{day(n)} 2026</p>"),
    "lists of members": _many(_TEXT, lambda n: f"<h2>Ledamöter</h2><p>{name(n)}, Ale</p>"),
    "contacts": _many(_TEXT, lambda n: f"<p>{name(n)}<br>a{n}.berg@example.org<br>031-335 50 {n % 89 + 10}</p>"),
    "relations": _many(_TEXT, lambda n: f"<p>Nätverket{n} rapporterar till Styrgruppen{n}.</p>"),
    "links": _many(_TEXT, lambda n: f'<a href="https://example.org/{n}.pdf">Fil {n}</a> '),
    "dates": _many(_MEETINGS, lambda n: f"<p>{day(n)} kl. 9-12 Alingsås</p>"),
    "dates in rows": _many(_MEETINGS, lambda n: "<p>" + ", ".join(f"{day(n + k)} kl. 9" for k in range(20)) + "</p>"),
    "sentences with dates": _many(_MEETINGS, lambda n: f"<p>Mötet den {day(n)} 2026 hålls i Lerum.</p>"),
    "table of dates": _many(f"{_MEETINGS}<table>", lambda n: f"<tr><td>{day(n)}<td>9-12<td>Ale"),
    "broken cells": _many("Nätverket\n\nMötesdagar\n", lambda n: 'a,b,"c\n'),
    "nested tables": lambda length: _TEXT + "<table><tr><td>" * (length // 34) + "x" + "</table>" * (length // 34),
    "nested lists": lambda length: _TEXT + "<ul><li>x" * (length // 18) + "</li></ul>" * (length // 18),
    "nested boxes": lambda length: _TEXT + "<div>" * (length // 11) + "x" + "</div>" * (length // 11),
    "open tags": _many(_TEXT, lambda n: "<b><i>"),
    "attributes": _many(f"{_TEXT}<p ", lambda n: f'a{n}="{n}" '),
    "comments": _many(_TEXT, lambda n: "<!--"),
    "one line": _many(f"{_TEXT}<p>", lambda n: "nätverket för chefer "),
    "one word": _many(f"{_TEXT}<p>", lambda n: "a"),
    "line of members": _many(f"{_MEMBERS}<p>", lambda n: f"{name(n)}, Ale, "),
    "line of dates": _many(f"{_MEETINGS}<p>", lambda n: f"{day(n)} kl. 9-12, "),
    "commas": _many(f"{_MEMBERS}<p>", lambda n: ","),
    "brackets": _many(f"{_MEMBERS}<p>", lambda n: "("),
    "entities": _many(f"{_MEMBERS}<p>", lambda n: "&amp;"),
    "spaces": _many(f"{_TEXT}<p>a", lambda n: " "),
    "line ends": _many("Nätverket\n\nText\n", lambda n: "\n"),
}  # fmt: skip
