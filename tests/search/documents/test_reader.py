"""The text of files as people make them, and of files that are not what they say."""

import json
import subprocess
import sys
import zipfile

import pytest
from openpyxl import Workbook

from gr_site.demo.pdf import pdf
from search.documents import reader

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def office(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return path


def answer(state, text, pages=None):
    return {"state": state, "text": text, "pages": pages}


def test_a_pdf(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("Anteckningar", ["Barngruppernas storlek."]))
    assert reader.read(path) == answer("read", "Anteckningar\nBarngruppernas storlek.", 1)


def test_a_word_document_with_a_word_in_two_runs(tmp_path):
    runs = "<w:r><w:t>Förskole</w:t></w:r><w:r><w:t>nätverket</w:t></w:r>"
    text = f'<w:document xmlns:w="{WORD}"><w:p>{runs}</w:p><w:p><w:r><w:t>Hej</w:t></w:r></w:p></w:document>'
    assert reader.read(office(tmp_path / "a.docx", word__document=text)) == answer("read", "Förskolenätverket\nHej")


def test_a_presentation_in_the_order_of_its_slides(tmp_path):
    def slide(text):
        return f'<p xmlns:a="{SLIDE}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p>'

    slides = {f"ppt__slides__slide{number}": slide(f"Bild {number}") for number in (1, 10, 2)}
    assert reader.read(office(tmp_path / "a.pptx", **slides)) == answer("read", "Bild 1\nBild 2\nBild 10")


def test_a_spreadsheet(tmp_path):
    book = Workbook()
    book.active.append(["Kommun", "Antal"])
    book.active.append(["Ale", 3])
    book.save(tmp_path / "a.xlsx")
    assert reader.read(tmp_path / "a.xlsx") == answer("read", "Kommun\nAntal\nAle")


def test_an_open_document(tmp_path):
    text = f'<o xmlns:t="{ODT}"><t:h>Rubrik</t:h><t:p>En <t:span>fet</t:span> rad</t:p></o>'
    assert reader.read(office(tmp_path / "a.odt", content=text)) == answer("read", "Rubrik\nEn fet rad")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_plain_text_in_any_usual_encoding(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("Förskola".encode(encoding))
    assert reader.read(tmp_path / "a.txt") == answer("read", "Förskola")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.odt"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 500, b"%PDF-1.7\nxref", b"PK\x03\x04broken"])
def test_a_broken_file_is_told_as_such(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert reader.read(tmp_path / name) == answer("broken", "")


def test_a_file_that_is_not_there_is_broken(tmp_path):
    assert reader.read(tmp_path / "a.pdf") == answer("broken", "")


def test_an_archive_that_unpacks_to_too_much_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "LARGEST_PART", 1000)
    text = f'<w:document xmlns:w="{WORD}"><w:p><w:t>{"a" * 2000}</w:t></w:p></w:document>'
    assert reader.read(office(tmp_path / "a.docx", word__document=text)) == answer("broken", "")


def test_entities_that_grow_are_not_expanded(tmp_path):
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><w:p xmlns:w="x"><w:t>&b;</w:t></w:p>'
    assert reader.read(office(tmp_path / "a.docx", word__document=bomb)) == answer("broken", "")


def test_a_long_text_is_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST_TEXT", 5)
    (tmp_path / "a.txt").write_text("abcdefgh")
    assert reader.read(tmp_path / "a.txt") == answer("partly", "abcde")


@pytest.mark.parametrize(("longest", "state"), [(100, "read"), (5, "partly")])
def test_a_text_has_nothing_that_postgresql_refuses_to_store(tmp_path, monkeypatch, longest, state):
    monkeypatch.setattr(reader, "LONGEST_TEXT", longest)
    (tmp_path / "a.txt").write_bytes(b"a\x00bcdefgh")
    assert reader.read(tmp_path / "a.txt") == answer(state, "abcdefgh"[: longest - 1])


def test_the_program_answers_for_each_file_in_turn(tmp_path):
    (tmp_path / "a.txt").write_text("Hej")
    (tmp_path / "b.pdf").write_bytes(b"x")
    command = [sys.executable, "-m", "search.documents.reader", tmp_path / "a.txt", tmp_path / "b.pdf"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert [json.loads(line)["state"] for line in done.stdout.splitlines()] == ["read", "broken"]
