"""The first lines of a page that came as a mail: its header fields and the greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line
from .patterns import any_of
from .seat_lines import read_entries
from .signs import EMAIL

_SUBJECT = re.compile(r"(?i)(?:ämne|subject|rubrik)\s*:\s*(?:(?:sv|vb|re|fwd?|vs)\s*:\s*){0,5}(?P<title>\S.*)")
_FIELD = re.compile(
    any_of("från|from|till|to|kopia|cc|skickat|sent|datum|date|bifogade filer|bilagor|attachments|prioritet")
    + r"\s*:\s*\S.*",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"(?i)(?:till|to|(?:hemlig )?kopia(?: till)?|b?cc)\s*:\s*(?P<who>\S.*)")
_SENDER = re.compile(r"(?i)(?:från|from)\s*:")
_LEAST_FIELDS = 3
_GREETING = re.compile(r"(?i)(?:hej|hejsan|god (?:dag|morgon)|bästa|kära|tjena)\b[^.:]{0,60}")


#: A body as a mail speaks of it: "Nätverket för parkfrågor", "nätverk för friluftsliv".
_BODY = re.compile(
    r"(?i)\b(?:nätverk(?:et)?|(?:styr|arbets|berednings|referens)grupp(?:en)?) för [\w-]+(?: och [\w-]+)?"
    r"|\b[\w-]{3,40}(?:nätverket|gruppen)\b"
)


def body_in(text: str) -> str:
    """The first body that a sentence speaks of, as a title; "" if it speaks of none."""
    found = _BODY.search(text)
    return found[0][0].upper() + found[0][1:] if found else ""


def subject_of(text: str) -> str:
    """What the mail is about, without the marks of answers and forwarding; "" when ``text`` is no subject line."""
    found = _SUBJECT.fullmatch(text)
    return found["title"] if found else ""


def forwarded_heads(lines: Sequence[Line]) -> list[Line]:
    """The header fields of mails further down a page, where "Datum:" is no meeting: three in a row, one the sender."""
    heads: list[Line] = []
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and (_FIELD.fullmatch(line.text) or _SUBJECT.fullmatch(line.text)):
            run.append(line)
            continue
        if len(run) >= _LEAST_FIELDS and any(_SENDER.match(row.text) for row in run):
            heads += run
        run = []
    return heads


def names_recipients(text: str) -> bool:
    """Whom a mail was sent to: "Till: Ann Ek <ann.ek@example.org>; Bo Al". They are told of the body's work."""
    found = _RECIPIENTS.fullmatch(text)
    if not found:
        return False
    return bool(EMAIL.search(text)) or any(entry.name for entry in read_entries(found["who"]))


def is_letter_head(text: str) -> bool:
    """A header field of a mail, or a greeting."""
    return bool(_FIELD.fullmatch(text) or _GREETING.fullmatch(text.rstrip(" .,!")))
