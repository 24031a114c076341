"""Catalogues are compiled where they are missing or outdated, and left alone where they are not."""

import gettext
import os

import pytest

from gr_site.translating.catalogues import compile_outdated

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "möte"
msgstr "{}"
"""


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "events" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO.format("meeting"), encoding="utf-8")
    return path


def meaning(source):
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("möte")


def test_a_missing_one_is_compiled_once(tmp_path, source):
    assert compile_outdated(tmp_path) == [source]
    assert meaning(source) == "meeting"
    assert compile_outdated(tmp_path) == []
    assert [path.name for path in sorted(source.parent.iterdir())] == ["django.mo", "django.po"]


def test_one_that_is_older_than_its_source_is_compiled_anew(tmp_path, source):
    compile_outdated(tmp_path)
    source.write_text(PO.format("gathering"), encoding="utf-8")
    later = source.with_suffix(".mo").stat().st_mtime + 1
    os.utime(source, (later, later))
    assert compile_outdated(tmp_path) == [source]
    assert meaning(source) == "gathering"
