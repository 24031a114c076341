"""The starter thesaurus is loaded once, follows its files, and leaves alone what an editor has changed or deleted."""

from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from search.models import IndexState, StarterGroup, SynonymGroup
from search.thesaurus.lines import read
from search.thesaurus.loading import ADDED, CHANGED, DELETED, UPDATED, load
from tests.examples import examples

FIRST = "förskola, dagis | preschool > barn och unga\nbarn och unga, barn ~ förskola\n"
WORDS = st.sampled_from([f"ord{number}" for number in range(6)])
OTHERS = st.lists(st.sampled_from(["skola", "vatten", "trafik", "miljö"]), min_size=1, max_size=3, unique=True)
VERSIONS = st.dictionaries(WORDS, OTHERS, max_size=5)


def lines(text):
    return read("x.txt", text)


def texts():
    return list(SynonymGroup.objects.values_list(*SynonymGroup.texts))


@pytest.mark.django_db
def test_a_group_gets_each_part_of_its_line():
    assert load(lines(FIRST)) == {ADDED: 2, UPDATED: 0}
    assert texts() == [
        ("barn och unga, barn", "", "", "förskola"),
        ("förskola, dagis", "preschool", "barn och unga", ""),
    ]


@pytest.mark.django_db
def test_what_an_editor_has_changed_or_deleted_stays_so():
    load(lines(FIRST))
    SynonymGroup.objects.filter(words__startswith="förskola").update(english="")
    SynonymGroup.objects.get(words__startswith="barn").delete()
    second = FIRST.replace("dagis", "daghem").replace("barn ~", "ungar ~")
    assert load(lines(second)) == {ADDED: 0, UPDATED: 0, CHANGED: 1, DELETED: 1}
    assert texts() == [("förskola, dagis", "", "barn och unga", "")]


@pytest.mark.django_db
def test_search_knows_the_words_at_once_and_nothing_is_renewed_in_vain():
    before = IndexState.current()
    load(lines(FIRST))
    loaded = IndexState.current()
    load(lines(FIRST))
    assert before != loaded == IndexState.current()


@pytest.mark.django_db
def test_the_command_says_what_it_did(settings):
    output = StringIO()
    call_command("load_thesaurus", stdout=output)
    added = SynonymGroup.objects.count()
    assert f"{added} grupper lades till och 0 uppdaterades" in output.getvalue()
    call_command("load_thesaurus", stdout=output)
    assert "0 grupper lades till och 0 uppdaterades. 0 som redaktörer" in output.getvalue()


class TestVersions(TestCase):
    @given(versions=st.lists(VERSIONS, max_size=4), changed=st.sets(WORDS), deleted=st.sets(WORDS))
    @settings(max_examples=examples(40), deadline=None)
    def test_the_last_version_is_there_once_save_what_editors_have_done(self, versions, changed, deleted):
        expected = {}
        for number, version in enumerate(versions):
            text = "\n".join(f"{key}, {', '.join(others)}" for key, others in version.items())
            load(lines(text))
            load(lines(text))
            kept = set() if number == 0 else changed | deleted
            expected |= {key: ", ".join([key, *others]) for key, others in version.items() if key not in kept}
            if number == 0:
                self._edit(changed & version.keys(), deleted & version.keys(), expected)
                changed, deleted = changed & version.keys(), deleted & version.keys()
        assert sorted(SynonymGroup.objects.values_list("words", flat=True)) == sorted(expected.values())
        SynonymGroup.objects.all().delete()
        StarterGroup.objects.all().delete()

    def _edit(self, changed, deleted, expected):
        for key in changed:
            SynonymGroup.objects.filter(words__startswith=f"{key},").update(words=f"{key}, annat")
            expected[key] = f"{key}, annat"
        for key in deleted:
            SynonymGroup.objects.get(words__startswith=f"{key},").delete()
            del expected[key]
