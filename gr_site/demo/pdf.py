"""Writes a small tagged PDF (ISO 32000-1, section 14.8) with a heading and lines of text, for the demo's documents.

It is tagged and has a language and a title, so that a screen reader finds a heading and paragraphs.
"""

import textwrap
from collections.abc import Sequence

_WIDTH, _LINES = 85, 46
_TOP, _LEFT = 780, 60


def pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """An A4 page. Raises ValueError if the text does not fit and UnicodeEncodeError for what Windows-1252 lacks."""
    content = _content(title, paragraphs)
    elements = range(9, 9 + 1 + len(paragraphs))
    references = " ".join(f"{number} 0 R" for number in elements)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) /MarkInfo << /Marked true >> /StructTreeRoot 7 0 R"
        " /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /StructParents 0 /Tabs /S"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> >>",
        f"<< /Type /StructTreeRoot /K 8 0 R /ParentTree << /Nums [0 [{references}]] >> >>",
        f"<< /Type /StructElem /S /Document /P 7 0 R /K [{references}] >>",
    ]
    for mark, _number in enumerate(elements):
        kind = "P" if mark else "H1"
        objects.append(f"<< /Type /StructElem /S /{kind} /P 8 0 R /Pg 3 0 R /K {mark} >>")
    return _file(objects)


def _content(title: str, paragraphs: Sequence[str]) -> str:
    height, parts = _TOP, []
    for mark, text in enumerate([title, *paragraphs]):
        kind, size = ("P", 11) if mark else ("H1", 18)
        lines = textwrap.wrap(text, _WIDTH if mark else 52)
        shown = " T* ".join(f"<{line.encode('cp1252').hex()}> Tj" for line in lines)
        parts.append(
            f"/{kind} << /MCID {mark} >> BDC BT /F1 {size} Tf {size + 4} TL {_LEFT} {height} Td {shown} ET EMC"
        )
        height -= len(lines) * (size + 4) + 10
    if height < _TOP - _LINES * 15:
        raise ValueError(f"“{title}” does not fit on one page.")
    return "\n".join(parts)


def _file(objects: Sequence[str]) -> bytes:
    body, offsets = b"%PDF-1.7\n%\xe5\xe4\xf6\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")
