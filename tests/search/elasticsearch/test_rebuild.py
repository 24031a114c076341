"""Built beside the index in use, and put in its place at once."""

import pytest

from search.elasticsearch import queue, rebuild
from search.models import Findable, IndexBuild, UnsentRow
from tests.factories import make_network

from .index_state import found

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


def titles(backend):
    """What a search in the index in use finds, by title."""
    hits = backend.es.search(index=backend.alias, query={"match_all": {}}, size=100)["hits"]["hits"]
    rows = Findable.objects.in_bulk([int(hit["_id"]) for hit in hits])
    return sorted(row.title for row in rows.values())


def test_the_index_holds_every_row(site, index):
    make_network("Skolchefsnätverket")
    assert rebuild.rebuild() == Findable.objects.count()
    assert rebuild.is_current()
    assert not UnsentRow.objects.exists()


def test_a_change_made_during_a_rebuild_is_in_both_indexes(site, index, monkeypatch):
    network = make_network("Skolchefsnätverket")
    copy = rebuild._copy

    def rename_meanwhile(name, keys):
        copy(name, keys)
        network.title = "Rektorsnätverket"
        network.save_revision().publish()
        assert queue.send_quietly()
        assert found(index, "rektorsnätverket")

    monkeypatch.setattr(rebuild, "_copy", rename_meanwhile)
    rebuild.rebuild()
    assert found(index, "rektorsnätverket")
    assert not found(index, "skolchefsnätverket")
    assert not UnsentRow.objects.exists()


def test_a_search_during_a_rebuild_sees_the_whole_old_index(site, index, monkeypatch):
    make_network("Skolchefsnätverket")
    rebuild.rebuild()
    before = titles(index)
    seen = []
    create = index.create
    monkeypatch.setattr(index, "create", lambda name: (create(name), seen.append(titles(index))))
    rebuild.rebuild()
    assert seen == [before]
    assert titles(index) == before
    assert "Skolchefsnätverket" in before


def test_what_a_cut_off_rebuild_left_is_removed_by_the_next(site, index):
    make_network("Skolchefsnätverket")
    index.create(f"{index.alias}_half")
    rebuild.rebuild()
    assert len(rebuild._indexes()) == 1


def test_a_rebuild_that_fails_leaves_the_index_in_use(site, index, monkeypatch):
    make_network("Skolchefsnätverket")
    rebuild.rebuild()
    before = titles(index)
    monkeypatch.setattr(rebuild, "_copy", lambda name, keys: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rebuild.rebuild()
    assert titles(index) == before
    assert len(rebuild._indexes()) == 1
    assert IndexBuild.objects.get().index == ""


def test_two_do_not_build_at_a_time(site, index, monkeypatch):
    def meanwhile(name, keys):
        with pytest.raises(rebuild.Busy):
            rebuild.rebuild()

    make_network("Skolchefsnätverket")
    monkeypatch.setattr(rebuild, "_copy", meanwhile)
    rebuild.rebuild()


def test_an_index_of_other_rules_is_not_current(site, index, monkeypatch):
    monkeypatch.setitem(index.settings["settings"], "number_of_replicas", 1)
    assert not rebuild.is_current()
