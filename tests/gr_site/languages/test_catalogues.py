"""Every text of ours is in the English catalogues, and nothing else is: `make messages` brings them up to date."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

from .messages import messages_of

PACKAGES = ("gr_site", "search", "events", "networks")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|</?\w+[^>]*>")


def catalogue(package):
    return polib.pofile(str(Path(settings.BASE_DIR) / package / "locale" / "en" / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_catalogue_has_the_texts_of_the_source(package):
    known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in catalogue(package)}
    assert messages_of(Path(settings.BASE_DIR) / package) ^ known == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_text_is_translated(package):
    entries = catalogue(package)
    texts = {entry.msgid: [*entry.msgstr_plural.values()] or [entry.msgstr] for entry in entries}
    assert [text for text, translated in texts.items() if not all(translated)] == []
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_translations_have_the_placeholders_of_their_source(package):
    """The singular may leave out the number: "ett möte"."""
    for entry in catalogue(package):
        if entry.msgid_plural:
            assert placeholders(entry.msgid_plural) == placeholders(entry.msgstr_plural[1]), entry.msgid
            assert placeholders(entry.msgid) == placeholders(entry.msgstr_plural[0]), entry.msgid
        else:
            assert placeholders(entry.msgid) == placeholders(entry.msgstr), entry.msgid


def placeholders(text):
    return sorted(_PLACEHOLDER.findall(text))


def test_catalogues_are_sorted_and_tell_no_places():
    for package in PACKAGES:
        entries = catalogue(package)
        assert [entry.msgid for entry in entries] == sorted(entry.msgid for entry in entries)
        assert not any(entry.occurrences for entry in entries)
