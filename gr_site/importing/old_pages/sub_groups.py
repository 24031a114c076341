"""Whose meetings a list under a plain heading holds, when the sections of a page are about bodies of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .bodies import is_sub_group, names_body, same_body
from .headings import Meaning
from .sections import Part
from .signs import YEAR

#: Parts that are about the page's own body again.
_OWN = (Meaning.PURPOSE, Meaning.MANDATE, Meaning.CONTACT, Meaning.DOCUMENTS, Meaning.MUNICIPALITIES)


def give_bodies(parts: Sequence[Part], title: str) -> list[str]:
    """Give each list of dates the body whose section it follows, if the page has lists of several bodies.

    With one list only, it may be either the section's or the page's. Then the answer holds a remark in Swedish.
    """
    lists = list(_lists(parts, title))
    if len({body for _, body in lists}) > 1:
        for part, body in lists:
            part.body = body
        return []
    return [
        f"Mötena står under rubriken ”{body}”. Kontrollera om de är den gruppens eller sidans egna."
        for body in dict.fromkeys(body for _, body in lists if body)
    ]


def _lists(parts: Sequence[Part], title: str) -> Iterator[tuple[Part, str]]:
    body, from_people = "", False
    for before, part in zip((None, *parts), parts, strict=False):
        if before and part.meaning is Meaning.MEMBERS and not before.lines and body and before.heading:
            part.body = body if before.heading.text == body else ""
        heading = part.heading.text if part.heading else ""
        if from_people and (YEAR.search(heading) or (part.heading and part.meaning in _OWN)):
            body, from_people = "", False
        if part.meaning is Meaning.SECTION and names_body(heading):
            own = same_body(heading, title) or heading.casefold() in title.casefold()
            body, from_people = ("" if own else heading), False
            part.body = body  # for sentences in the section that tell when it meets
        elif part.meaning is Meaning.MEMBERS and is_sub_group(heading, title):
            part.body, body, from_people = heading, heading, True
        elif part.meaning is Meaning.MEETINGS:
            yield part, body
