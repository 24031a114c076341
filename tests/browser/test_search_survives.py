"""Elasticsearch dies while a visitor searches, and she notices nothing."""

import pytest

from search.elasticsearch import queue, rebuild, source
from tests.search.elasticsearch.conftest import PATIENCE, configure

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def node(settings, pages, elasticsearch_node):
    """The node with an index of the site's pages. It is there again for the next test."""
    configure(settings, elasticsearch_node.url)
    rebuild.rebuild()
    yield elasticsearch_node
    elasticsearch_node.kill()
    elasticsearch_node.start()


@pytest.fixture
def answers(monkeypatch):
    """How many searches Elasticsearch answered."""
    answered = []
    ask = source._ask
    monkeypatch.setattr(source, "SECONDS", PATIENCE)
    monkeypatch.setattr(source, "_ask", lambda *args: (ask(*args), answered.append(args))[0])
    return answered


def search(page, words):
    """What the page of results says, asked for in its own large box."""
    page.fill("#search-large", words)
    with page.expect_navigation():
        page.press("#search-large", "Enter")
    return page.inner_text("main").replace("\u00ad", "")  # the soft hyphens of long words


def test_a_node_that_dies_between_two_searches_goes_unnoticed(page, pages, node, answers):
    page.goto(pages.root + "/sok/")
    assert pages.network.title in search(page, "förskola")
    assert answers
    node.kill()
    before = len(answers)
    assert pages.network.title in search(page, "förskoleverksamhet")
    assert pages.network.title in search(page, "forskola")
    assert len(answers) == before
    assert page.complaints == []


def test_what_is_published_while_it_hangs_is_found_now_and_when_it_is_back(page, pages, node, answers, monkeypatch):
    page.goto(pages.root + "/sok/")
    monkeypatch.setattr(queue, "SECONDS", 0.5)
    node.hang()
    pages.network.title = "Rektorsnätverket"
    pages.network.save_revision().publish()
    assert "Rektorsnätverket" in search(page, "rektor")
    assert answers == []
    node.resume()
    monkeypatch.setattr(queue, "SECONDS", PATIENCE)
    queue.WRITING.reset()
    source.SEARCHING.reset()
    assert "Rektorsnätverket" in search(page, "rektorer")
    assert answers
    assert page.complaints == []
