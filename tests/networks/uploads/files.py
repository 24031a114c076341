"""Files of every kind that may be uploaded, as small as they can be, and files that are something else."""

import zipfile
from io import BytesIO

from networks.uploads.kinds import DOCUMENTS


def archive(*names, **contents):
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as file:
        for name in names:
            file.writestr(name, "<x/>")
        for name, content in contents.items():
            file.writestr(name, content)
    return stored.getvalue()


def open_document(kind):
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}", content="<x/>")


RIGHT = {
    "csv": "Kommun;Antal\r\nAle;3\r\n".encode("cp1252"),
    "docx": archive("[Content_Types].xml", "word/document.xml"),
    "ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "odp": open_document("presentation"),
    "ods": open_document("spreadsheet"),
    "odt": open_document("text"),
    "pdf": b"%PDF-1.7\n",
    "pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "rtf": b"{\\rtf1 Hej}",
    "txt": "Förskola\n".encode(),
    "xlsx": archive("xl/workbook.xml", "[Content_Types].xml"),
    "zip": archive("bilder/a.png"),
}
assert sorted(RIGHT) == sorted(DOCUMENTS)

OTHER = {
    "page": b"<!DOCTYPE html><script>alert(1)</script>",
    "page after blank lines": b"\xef\xbb\xbf \r\n\t<HTML><body>",
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "XML drawing": b"<?xml version='1.0'?><svg onload='alert(1)'/>",
    "Windows program": b"MZ\x90\x00\x03\x00\x00\x00",
    "Linux program": b"\x7fELF\x02\x01\x01\x00",
    "nothing but zeros": b"\x00" * 600,
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "half an archive": RIGHT["docx"][:60],
}
