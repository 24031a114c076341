"""Elasticsearch answers while it is well and knows everything; else the database does, and nobody is told."""

from datetime import date

import pytest

from search.elasticsearch import queue, rebuild
from search.elasticsearch import source as source_module
from search.finding import candidates
from search.finding.finder import find
from search.models import Findable, UnsentRow
from tests.factories import make_event, make_meeting, make_network

from .index_state import read_only

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
TODAY = date(2026, 9, 1)

# 4 KB of what breaks query languages, and what no text is.
HOSTILE = [
    '"' * 4000,
    "*?" * 2000,
    "([{" * 1400,
    "förskola AND OR NOT ~1 ^2 title:x _exists_:y",
    '{"query": {"match_all": {}}}',
    "a\x00b",
    "\ud800 förskola",
    "a/b\\c" * 800,
    "å" * 4000,
    "x " * 2000,
    "-1 +1 =1 <1 >1 && || !",
    "\N{ZERO WIDTH JOINER}\N{RIGHT-TO-LEFT OVERRIDE}förskola",
]


@pytest.fixture
def network(site, index):
    """A network and its meeting on 9 October 2026, both in the index."""
    network = make_network("Förskolenätverket", introduction="För chefer som leder förskolan.")
    make_event(network, make_meeting(date(2026, 10, 9), theme="Frukostmöte om språkutveckling"))
    assert queue.send_quietly()
    return network


@pytest.fixture
def answered_by(monkeypatch):
    """The names of the engines that answered, in order."""
    names = []
    ask = source_module._ask
    monkeypatch.setattr(source_module, "_ask", lambda *args: (ask(*args), names.append("elasticsearch"))[0])
    database = candidates.from_database
    monkeypatch.setattr(candidates, "from_database", lambda *args: (database(*args), names.append("database"))[0])
    return names


def titles(text, language="sv"):
    answers = find(text, language=language, today=TODAY).answers
    rows = Findable.objects.in_bulk([one.pk for one in answers])
    return [rows[one.pk].title for one in answers]


def test_words_in_other_forms_find_the_network(network, answered_by):
    asked = ["förskola", "forskola", "Förskolenätverkets", "förskolechefer"]
    assert [titles(text)[0] for text in asked] == ["Förskolenätverket"] * len(asked)
    assert set(answered_by) == {"elasticsearch"}


def test_words_and_days_find_the_meeting(network, answered_by):
    asked = ["frukost", "frukostmöten", "språkutvecklingen oktober", "9 oktober", "frukost 2026-10-09"]
    assert {titles(text)[0] for text in asked} == {"Frukostmöte om språkutveckling"}
    assert set(answered_by) == {"elasticsearch"}


def test_hostile_input_is_a_question_like_any_other(network, answered_by):
    for text in HOSTILE:
        titles(text)
    assert set(answered_by) == {"elasticsearch"}


def test_a_missing_index_goes_unnoticed(network, index, answered_by):
    index.es.indices.delete(index=",".join(rebuild._indexes()))
    assert titles("förskola")[0] == "Förskolenätverket"
    assert answered_by == ["database"]


def test_a_server_that_is_down_goes_unnoticed_and_so_does_its_return(network, elasticsearch_node, answered_by):
    elasticsearch_node.kill()
    assert titles("förskola")[0] == "Förskolenätverket"
    elasticsearch_node.start()
    rebuild.rebuild()
    source_module.SEARCHING.reset()
    assert titles("förskola")[0] == "Förskolenätverket"
    assert answered_by == ["database", "elasticsearch"]


def test_a_hanging_server_is_asked_once(network, elasticsearch_node, answered_by, monkeypatch):
    monkeypatch.setattr(source_module, "SECONDS", 0.2)
    elasticsearch_node.hang()
    try:
        assert [titles("förskola")[0] for _ in range(3)] == ["Förskolenätverket"] * 3
    finally:
        elasticsearch_node.resume()
    assert answered_by.count("database") == 3


def test_what_it_was_not_told_of_is_told_before_it_is_asked(network, answered_by):
    network.title = "Rektorsnätverket"
    network.save_revision().publish()
    assert UnsentRow.objects.exists()
    assert titles("rektor")[0] == "Rektorsnätverket"
    assert answered_by == ["elasticsearch"]
    assert not UnsentRow.objects.exists()


def test_a_read_only_index_is_not_asked_while_changes_wait(network, index, answered_by):
    read_only(index, True)
    assert titles("förskola")[0] == "Förskolenätverket"
    network.title = "Rektorsnätverket"
    network.save_revision().publish()
    assert titles("rektor")[0] == "Rektorsnätverket"
    assert answered_by == ["elasticsearch", "database"]
    read_only(index, None)


def test_what_was_hidden_behind_the_index_s_back_is_not_found(network, answered_by):
    """A change that no signal tells of: the pages themselves decide."""
    type(network).objects.filter(pk=network.pk).update(live=False)
    assert titles("förskola") == []
    assert answered_by == ["elasticsearch"]


def test_child_rows_are_found_with_the_publication_itself(site, index, answered_by):
    network = make_network("Rektorsnätverket")
    make_event(network, make_meeting(date(2026, 10, 9), theme="Skolbiblioteken"))
    assert "Skolbiblioteken" in titles("skolbibliotek")[0]
    assert answered_by == ["elasticsearch"]
