"""Files in the wrong encoding are read with the right letters, and the page says so."""

import pytest

from gr_site.importing.old_pages import read_source
from gr_site.importing.old_pages.encodings import with_right_letters
from tests.gr_site.importing.old_pages.reading_pages import GIVEN

SEED = (GIVEN / "seed_forskolenatverket.txt").read_text(encoding="utf-8")


def remarks(page):
    return [remark for remark in page.remarks if "teckenkodning" in remark]


@pytest.mark.parametrize(
    "data",
    [
        SEED.encode("mac_roman", errors="replace"),
        SEED.encode().decode("cp1252", errors="replace").encode(),
        SEED.encode("mac_roman", errors="replace").decode("cp1252", errors="replace").encode(),
        SEED.encode("cp1252", errors="replace").decode("mac_roman").encode(),
    ],
    ids=["Mac Roman", "UTF-8 as Windows", "Mac as Windows", "Windows as Mac"],
)
def test_the_wrong_encoding_is_put_right_and_said(data):
    page = read_source(data)
    assert page.title == "Förskolenätverket"
    assert [block.heading for block in page.meetings] == ["Mötesdagar 2020"]
    (remark,) = remarks(page)
    assert "för ”Förskolenätverket”" in remark
    assert "UTF-8" in remark


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_right_encoding_is_left_alone(encoding):
    page = read_source(SEED.encode(encoding, errors="replace"))
    assert (page.title, remarks(page)) == ("Förskolenätverket", [])


def test_lost_letters_are_said():
    text, remark = with_right_letters("F\ufffdrskolen\ufffdtverket")
    assert text == "F\ufffdrskolen\ufffdtverket"
    assert "UTF-8" in remark


@pytest.mark.parametrize("path", sorted((GIVEN / "pages").glob("*.txt")), ids=lambda path: path.stem)
def test_real_pages_are_not_changed(path):
    text = path.read_text(encoding="utf-8")
    assert with_right_letters(text) == (text, "")
