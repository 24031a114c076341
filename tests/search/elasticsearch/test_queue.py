"""What Elasticsearch has not been told of is remembered, and told when it can be."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from search.elasticsearch import queue, rebuild
from search.elasticsearch.breaker import Unavailable
from search.models import Findable, UnsentRow
from tests.factories import make_network

from .conftest import PATIENCE
from .index_state import found, read_only

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


def test_a_change_is_noted_in_its_own_transaction(site, index):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_network("Skolchefsnätverket")
        assert UnsentRow.objects.exists()
        raise ZeroDivisionError
    assert not UnsentRow.objects.exists()


def test_a_publication_is_found_once_it_is_committed(site, index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_network("Skolchefsnätverket")
    assert found(index, "skolchefsnätverket")
    assert not UnsentRow.objects.exists()


def test_what_is_unpublished_or_deleted_leaves_the_index(site, index, django_capture_on_commit_callbacks):
    networks = [make_network("Skolchefsnätverket"), make_network("Rektorsnätverket")]
    queue.send_quietly()
    with django_capture_on_commit_callbacks(execute=True):
        networks[0].unpublish()
        networks[1].delete()
    assert [found(index, word) for word in ("skolchefsnätverket", "rektorsnätverket")] == [[], []]


def test_a_read_only_index_gets_the_change_when_it_may_be_written_again(site, index):
    read_only(index, True)
    network = make_network("Skolchefsnätverket")
    assert not queue.send_quietly()
    assert UnsentRow.objects.exists()
    read_only(index, None)
    call_command("update_search_index")
    assert found(index, "skolchefsnätverket") == [Findable.objects.get(page=network).pk]
    assert not UnsentRow.objects.exists()


def test_a_missing_index_is_built_by_the_command(site, index):
    make_network("Skolchefsnätverket")
    index.es.indices.delete(index=",".join(rebuild._indexes()))
    assert not queue.send_quietly()
    assert not index.es.indices.exists(index=index.alias)
    call_command("update_search_index")
    assert found(index, "skolchefsnätverket")
    assert not UnsentRow.objects.exists()


def test_what_arrives_late_replaces_nothing_newer(site, index):
    network = make_network("Skolchefsnätverket")
    late = queue.actions_for(list(UnsentRow.objects.all()), index.alias)
    network.title = "Rektorsnätverket"
    network.save_revision().publish()
    queue.send_quietly()
    index.send(late, to_alias=True)
    assert found(index, "rektorsnätverket")
    assert not found(index, "skolchefsnätverket")


def refuse(index, monkeypatch, title, change):
    """Rows of that title reach Elasticsearch with ``change`` made to their document."""
    document = index.mapping.get_document
    monkeypatch.setattr(
        index.mapping, "get_document", lambda row: change(document(row)) if row.title == title else document(row)
    )


def fail(document):
    raise RecursionError("a fault")


REFUSED = {
    "a value that the mapping refuses": lambda document: document | {"first_day_filter": "no date"},
    "text that is no text": lambda document: document | {"text": {"a": {"b": 1}}},
    "too much for a request": lambda document: document | {"text": "ordet " * 17_500_000},
    "a fault of our own": fail,
}


@pytest.mark.parametrize("how", REFUSED)
def test_a_row_that_can_never_be_indexed_does_not_hold_up_the_others(site, index, monkeypatch, caplog, how):
    refuse(index, monkeypatch, "Trasig", REFUSED[how])
    make_network("Lekplatser")
    make_network("Trasig")
    make_network("Skolchefsnätverket")
    assert queue.send_quietly()
    assert [len(found(index, word)) for word in ("lekplatser", "trasig", "skolchefsnätverket")] == [1, 0, 1]
    assert "Elasticsearch" in caplog.text
    assert rebuild.is_current()


def test_a_row_that_is_refused_is_not_found_by_what_it_was_before(site, index, monkeypatch, caplog):
    network = make_network("Hemlig")
    assert queue.send_quietly()
    assert found(index, "hemlig")
    refuse(index, monkeypatch, "Trasig", REFUSED["a value that the mapping refuses"])
    network.title = "Trasig"
    network.save_revision().publish()
    assert queue.send_quietly()
    assert not found(index, "hemlig")
    assert "refused" in caplog.text


def test_a_row_that_is_refused_stops_no_rebuild(site, index, monkeypatch, caplog):
    refuse(index, monkeypatch, "Trasig", REFUSED["a value that the mapping refuses"])
    make_network("Trasig")
    make_network("Skolchefsnätverket")
    assert rebuild.rebuild() == Findable.objects.count()
    assert found(index, "skolchefsnätverket")
    assert rebuild.is_current()


def test_a_hanging_server_costs_one_time_out_and_loses_nothing(site, index, elasticsearch_node, monkeypatch):
    monkeypatch.setattr(queue, "SECONDS", 0.2)
    elasticsearch_node.hang()
    try:
        make_network("Skolchefsnätverket")
        assert not queue.send_quietly()
        with pytest.raises(Unavailable, match="a moment ago"):
            queue.send_batch(1)
    finally:
        elasticsearch_node.resume()
    monkeypatch.setattr(queue, "SECONDS", PATIENCE)
    queue.WRITING.reset()
    assert queue.send_quietly()
    assert found(index, "skolchefsnätverket")


def test_the_command_says_what_is_wrong(site, index, elasticsearch_node):
    elasticsearch_node.kill()
    try:
        with pytest.raises(CommandError, match="Databasen svarar"):
            call_command("update_search_index")
    finally:
        elasticsearch_node.start()


def test_a_search_sends_one_batch_and_the_command_all(site, index, monkeypatch):
    monkeypatch.setattr(queue, "BATCH", 1)
    make_network("Skolchefsnätverket")
    make_network("Rektorsnätverket")
    before = UnsentRow.objects.count()
    assert not queue.send_quietly()
    assert UnsentRow.objects.count() == before - 1
    call_command("update_search_index")
    assert not UnsentRow.objects.exists()
