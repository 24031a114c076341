"""Files are judged by their content, and each kind is no other."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networks.uploads.content import Fault, fault
from networks.uploads.kinds import DOCUMENTS
from tests.examples import examples

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


def listing(count, *, named=b"%x", extra=b""):
    """The list of an archive of ``count`` names and of a document, as APPNOTE.TXT 4.3.12 has it."""
    names = [*(named % number for number in range(count)), b"word/document.xml"]
    fields = "<4s6H3I5H2I"
    return b"".join(
        struct.pack(
            fields, b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), len(extra), 0, 0, 0, 0, 0
        ) + name + extra
        for name in names
    )  # fmt: skip


def said_to_be_short(names, *, zip64, comment=b""):
    """An archive with the list ``names``, whose last record says that it has a single name."""
    before = b"PK\x03\x04" + bytes(26)
    here = len(before) + len(names)
    longer = b""
    if zip64:
        longer = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(names), len(before))
        longer += struct.pack("<4sIQI", b"PK\x06\x07", 0, here, 1)
    size = 60 if zip64 else len(names)
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, size, len(before), len(comment))
    return before + names + longer + last + comment


@given(
    st.sampled_from([1, 20_000, 60_000]), st.booleans(), st.sampled_from([b"", b"x" * 100, b"PK\x06\x07" + bytes(60)])
)
@settings(max_examples=examples(12), deadline=None)
def test_what_an_archive_says_of_its_length_is_not_believed(count, zip64, comment):
    content = said_to_be_short(listing(count), zip64=zip64, comment=comment)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert len(archive.namelist()) == count + 1
    read = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zipfile.ZipInfo, "__init__", noted(zipfile.ZipInfo.__init__, read))
        found = judged(content, "docx")
    if zip64 or count >= 20_000:
        assert (found, len(read)) == (Fault.OTHER_CONTENT, 0)
    else:
        assert (found, len(read)) == (None, count + 1)


def noted(made, notes):
    def __init__(self, *args, **options):
        notes.append(args)
        made(self, *args, **options)

    return __init__


@pytest.mark.parametrize("ending", ["docx", "odt"])
@given(cut=st.integers(0, 200), place=st.integers(0, 200), put=st.binary(max_size=8))
def test_an_archive_that_is_spoilt_anywhere_stops_no_judge(ending, cut, place, put):
    whole = RIGHT[ending]
    here = len(whole) - place
    for content in (whole[: len(whole) - cut], whole[:here] + put + whole[here + len(put) :]):
        assert judged(content, ending) in (None, Fault.OTHER_CONTENT)


def test_the_file_is_at_its_beginning_afterwards():
    file = BytesIO(archive("word/document.xml"))
    fault(file, "docx")
    assert file.tell() == 0
