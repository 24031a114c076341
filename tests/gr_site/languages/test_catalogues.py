"""Every text of ours is in the English catalogues, and nothing else is: `make messages` brings them up to date."""

import re
from pathlib import Path

import polib
import pytest
import wagtail
from django.conf import settings

from .messages import messages_of

PACKAGES = ("gr_site", "search", "events", "networks")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|</?\w+[^>]*>")


def catalogue(package):
    return polib.pofile(str(Path(settings.BASE_DIR) / package / "locale" / "en" / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_catalogue_has_the_texts_of_the_source(package):
    known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in catalogue(package)}
    source = messages_of(Path(settings.BASE_DIR) / package)
    assert (source - known, known - source) == (set(), set()), "run make messages, then translate what is new"


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


SHOWN_TO_EDITORS = ("", "admin", "documents", "images", "contrib/table_block", "contrib/typed_table_block")
# Only ever placeholders, or words that no view of this site has.
_NEEDS_NO_SWEDISH = re.compile(r"(%\(\w+\)s[ :]*)+|.*(API|blocked by hook|group site permission|per page/snippet).*")
_NO_VIEW_SHOWS = {
    "A human-readable label to identify this token.", "created", "revoked at", "last used at",
    "Cannot overwrite a revision that is not the latest for this %(model_name)s.",
    "Cannot overwrite a revision that was not created by the current user.",
}  # fmt: skip


@pytest.mark.parametrize("name", ["django.po", "djangojs.po"])
@pytest.mark.parametrize("part", SHOWN_TO_EDITORS)
def test_what_wagtail_says_to_editors_is_swedish(part, name):
    """Its own catalogue lacks what is new in each version; ours fills in, and a new version shows here."""
    theirs = Path(wagtail.__file__).parent / part / "locale"
    if not (source := theirs / "en" / "LC_MESSAGES" / name).exists():
        return
    ours = Path(settings.BASE_DIR) / "gr_site" / "locale" / "sv" / "LC_MESSAGES" / name
    known = {entry.msgid for file in (theirs / "sv" / "LC_MESSAGES" / name, ours) for entry in translated(file)}
    missing = {entry.msgid for entry in polib.pofile(str(source))} - known - _NO_VIEW_SHOWS
    assert {text for text in missing if not _NEEDS_NO_SWEDISH.fullmatch(text)} == set()


def translated(file):
    return polib.pofile(str(file)).translated_entries() if file.exists() else []


@pytest.mark.parametrize("name", ["django.po", "djangojs.po"])
def test_our_swedish_for_wagtail_has_the_placeholders_of_its_source(name):
    for entry in polib.pofile(str(Path(settings.BASE_DIR) / "gr_site" / "locale" / "sv" / "LC_MESSAGES" / name)):
        source, texts = entry.msgid_plural or entry.msgid, [*entry.msgstr_plural.values()] or [entry.msgstr]
        assert set(re.findall(r"%\(\w+\)[sd]|%s", texts[-1])) <= set(re.findall(r"%\(\w+\)[sd]|%s", source)), source
        assert all(texts), source
