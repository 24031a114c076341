"""The site's forms that take a file, found in what its addresses ask for and show, and files that they should not."""

from dataclasses import dataclass, field
from json import JSONDecodeError
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.urls import resolve

from tests.drained import drained
from tests.hostile_values import SCRIPT
from tests.networks.uploads.files import OTHER, RIGHT
from tests.stateful.forms import Form

from .hostile import rolled_back
from .walk import NotesNames

BOUNDARY = "x-4711-x"


@dataclass(frozen=True)
class Place:
    """Where a file is sent: the address, the file's field, and what else its form holds."""

    path: str
    name: str
    data: dict[str, list[str]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Sent:
    """``refused``: that it is nowhere taken."""

    name: bytes
    content: bytes
    refused: bool
    kind: bytes = b"application/octet-stream"


_PAGE, _PNG = OTHER["page"], b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_TABLE = "från,till\n/gammal,https://example.org/\n".encode()
#: ``{what it tries: file}``.
FILES = {
    **{f"empty {ending}": Sent(f"tom.{ending}".encode(), b"", True) for ending in ("pdf", "png", "txt", "csv", "po")},
    **{
        f"a page named {ending}": Sent(f"plan.{ending}".encode(), _PAGE, True)
        for ending in ("pdf", "png", "gif", "docx", "xlsx", "zip", "svg", "exe")
    },
    "a page said to be a picture": Sent(b"plan.png", _PAGE, True, b"image/png"),
    "half a PNG": Sent(b"bild.png", _PNG, True, b"image/png"),
    "half a GIF": Sent(b"bild.gif", b"GIF89a\xff\xff\xff\xff", True, b"image/gif"),
    "half a JPEG": Sent(b"bild.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", True, b"image/jpeg"),
    "half a WebP": Sent(b"bild.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 ", True, b"image/webp"),
    "half an archive": Sent(
        b"plan.zip", b"PK\x03\x04" + b"\xff" * 60, False, b"application/zip"
    ),  # nobody opens it here
    "half a workbook": Sent(b"plan.xlsx", RIGHT["xlsx"][:90], True),
    "nothing in its workbook": Sent(b"plan.xlsx", RIGHT["xlsx"], False),
    "parts of a path": Sent(b"../../../etc/plan.txt", RIGHT["txt"], False),
    "parts of a Windows path": Sent(b"C:\\\\x\\\\..\\\\plan.txt", RIGHT["txt"], False),
    "a long name": Sent(b"a" * 300 + b".txt", RIGHT["txt"], False),
    "a long name of marks": Sent("å".encode() * 300 + b".csv", _TABLE, False),
    "NUL in its name": Sent(b"pl\x00an.txt", RIGHT["txt"], False),
    "a line end in its name": Sent(b"pl\nan.txt", RIGHT["txt"], False),
    "no UTF-8 in its name": Sent(b"pl\xff\xfean.txt", RIGHT["txt"], False),
    "a page in its name": Sent(SCRIPT.encode() + b".txt", RIGHT["txt"], False),
    "an ending alone": Sent(b".txt", RIGHT["txt"], False),
    "points alone": Sent(b"..", RIGHT["txt"], False),
    "another kind than it is": Sent(b"plan.txt", RIGHT["txt"], False, b"image/png"),
    "a kind that is none": Sent(b"plan.txt", RIGHT["txt"], False, b"x\x00;charset=x"),
    "no UTF-8 in a table": Sent(b"vidare.csv", b"fr\xe5n,till\n/\xff\xfe,x\n", False),
    "NUL in a table": Sent(b"vidare.csv", b"a,b\n/x\x00,/y\n", False),
    "rows of other lengths": Sent(b"vidare.csv", b"a,b\n\n/x\n/x,/y,/z\n", False),
    "only a line end": Sent(b"vidare.csv", b"\n", False),
    "a long cell": Sent(b"vidare.csv", b"a,b\n" + b"x" * 200_000, False),
    "no PO": Sent(b"text.po", b'msgid "a"\nmsgstr "b', False),
}


def places(client, addresses):
    """Every Place, ``{place: name of its address}``. ``client``: of an administrator, and one that notes names."""
    found = {place for address in addresses for place in _places(client, address)}
    return {place: resolve(urlsplit(place.path).path).view_name for place in sorted(found, key=str)}


def _places(client, address):
    with rolled_back(client):
        shown = drained(client.get(address.path))
    for form in _forms(shown, address.path):
        for control in form.tag.select("input[type=file][name]"):
            yield Place(form.address, control["name"], dict(form.data.lists()))
    NotesNames.last = {}
    with rolled_back(client):
        drained(client.post(address.path))
    yield from (Place(address.path, name) for name in (NotesNames.last["files"].asked if NotesNames.last else ()))


def _forms(response, path):
    return [Form(tag, path) for tag in BeautifulSoup(_html(response), "lxml").find_all("form")]


def _html(response):
    """Of a page, or of what a chooser shows in a window."""
    kind = response.get("Content-Type", "")
    if response.status_code != 200 or ("html" not in kind and "json" not in kind):
        return ""
    text = response.getvalue().decode()
    if "html" in kind:
        return text
    try:
        shown = response.json()
    except JSONDecodeError:
        return ""
    return shown.get("html") or "" if isinstance(shown, dict) else ""


def body(place, sent):
    """A form as a browser sends it, with the file's name and kind as they are."""
    values = [_part(name.encode(), value.encode()) for name, each in place.data.items() for value in each]
    named = place.name.encode() + b'"; filename="' + sent.name
    file = _part(named, sent.content, b"\r\nContent-Type: " + sent.kind)
    return b"".join([*values, file, f"--{BOUNDARY}--\r\n".encode()])


def _part(name, value, more=b""):
    head = f"--{BOUNDARY}\r\n".encode() + b'Content-Disposition: form-data; name="' + name + b'"' + more
    return head + b"\r\n\r\n" + value + b"\r\n"
