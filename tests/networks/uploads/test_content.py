"""Files are judged by their content, and each kind is no other."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.uploads.content import Fault, fault
from networks.uploads.kinds import DOCUMENTS

from .files import OTHER, RIGHT, archive

TEXTS = ("csv", "txt")


def judged(content, ending):
    return fault(BytesIO(content), ending)


@pytest.mark.parametrize("ending", sorted(DOCUMENTS))
def test_each_kind_is_taken(ending):
    assert judged(RIGHT[ending], ending) is None


@pytest.mark.parametrize("ending", sorted(DOCUMENTS))
@pytest.mark.parametrize("content", OTHER.values(), ids=OTHER.keys())
def test_what_is_something_else_is_refused(ending, content):
    archived = ending == "zip" and content.startswith(b"PK")  # an archive may be broken: nobody opens it here
    assert judged(content, ending) == (None if archived else Fault.OTHER_CONTENT)


@pytest.mark.parametrize("ending", sorted({*DOCUMENTS} - {*TEXTS, "zip"}))
def test_no_kind_is_taken_for_another(ending):
    taken = {kind for kind, content in RIGHT.items() if judged(content, ending) is None}
    assert taken == {ending}


@pytest.mark.parametrize("ending", ["docx", "pptx", "xlsx"])
def test_a_file_with_a_password_or_of_an_old_version_is_told_apart(ending):
    assert judged(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, ending) == Fault.OLD_OR_LOCKED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", TEXTS)
def test_text_is_taken_in_every_usual_encoding(encoding, ending):
    assert judged("Förskola;Åmål".encode(encoding), ending) is None
    page = "<html><script>alert(1)</script>".encode(encoding)
    assert judged(page, ending) == Fault.OTHER_CONTENT


@given(st.text(alphabet=st.characters(exclude_characters="<\x00%PpMm\x7f"), max_size=200))
def test_every_other_text_is_text(text):
    assert judged(text.encode(), "txt") is None


@given(st.binary(max_size=300), st.sampled_from(sorted(DOCUMENTS)))
def test_nothing_that_is_sent_stops_the_judge(content, ending):
    for start in (b"", b"PK\x03\x04", RIGHT["odt"][:50]):
        assert judged(start + content, ending) in (None, Fault.OTHER_CONTENT, Fault.OLD_OR_LOCKED)


def test_an_archive_with_very_many_names_is_not_listed(monkeypatch):
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as file:
        for number in range(20_001):
            file.writestr(f"word/{number}", "")
    monkeypatch.setattr(zipfile.ZipFile, "namelist", lambda _: pytest.fail("was listed"))
    assert judged(stored.getvalue(), "docx") == Fault.OTHER_CONTENT


def test_the_file_is_at_its_beginning_afterwards():
    file = BytesIO(archive("word/document.xml"))
    fault(file, "docx")
    assert file.tell() == 0
