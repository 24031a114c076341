"""Files made to exhaust whoever reads them cost a bounded time and memory, and the next file is read all the same."""

import json
import os
import resource
import signal
import subprocess
import sys
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter

from gr_site.demo.pdf import pdf
from search.documents import reader

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def office(path, part, *pieces):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w") as stream:
        for piece in pieces:
            stream.write(piece)


def bomb(path):
    office(path, "word/document.xml", f"<w:document {WORD}><w:p><w:t>".encode(), *[b"a" * 1_000_000] * 200)


def deep(path):
    office(path, "word/document.xml", f"<w:document {WORD}>".encode(), *[b"<w:p>" * 100_000] * 90)


def entities(path):
    names = [f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12)]
    start = f'<!DOCTYPE d [<!ENTITY e0 "hej">{"".join(names)}]><w:document {WORD}><w:p><w:t>&e11;</w:t></w:p>'
    office(path, "word/document.xml", start.encode(), b"</w:document>")


def locked(path):
    path.write_bytes(pdf("Hemligt", ["Anteckningar"]))
    writer = PdfWriter(PdfReader(path))
    writer.encrypt("hemligt", algorithm="RC4-128")
    writer.write(path)


def looped(path):
    """A PDF whose pages are their own children."""
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


HOSTILE = {"bomb.docx": bomb, "deep.docx": deep, "entities.docx": entities, "locked.pdf": locked, "looped.pdf": looped}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_broken_within_bounds(tmp_path, name):
    path = tmp_path / name
    HOSTILE[name](path)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "search.documents.reader", path], capture_output=True, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    states = [json.loads(line)["state"] for line in done.stdout.splitlines()]
    assert states in ([], ["broken"], ["empty"])  # nothing where the program reached its limit
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < reader.SECONDS + 3
    assert after.ru_maxrss * 1024 < reader.MEMORY


def test_a_file_that_never_answers_is_left_and_the_next_is_read(tmp_path, monkeypatch):
    """A pipe that nobody writes to takes no processor time."""
    os.mkfifo(tmp_path / "waits.txt")
    (tmp_path / "next.txt").write_text("Hej")
    patient = "import sys; from search.documents import reader; reader.SECONDS = 1; reader.main(sys.argv[1:])"
    names = [str(tmp_path / name) for name in ("waits.txt", "next.txt")]
    done = subprocess.run([sys.executable, "-c", patient, *names], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (-signal.SIGALRM, b"")
    done = subprocess.run([sys.executable, "-c", patient, names[1]], capture_output=True, timeout=60)
    assert json.loads(done.stdout) == {"state": "read", "text": "Hej", "pages": None}


def test_a_thousand_sheets_are_cut(tmp_path):
    path = tmp_path / "many.xlsx"
    sheet = "<s><c><is><t>" + "Kommun " * 1000 + "</t></is></c></s>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(1000):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
    answer = reader.read(path)
    assert (answer["state"], len(answer["text"])) == ("partly", reader.LONGEST_TEXT)
