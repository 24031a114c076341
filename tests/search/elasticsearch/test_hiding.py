"""The same with Elasticsearch: whatever is hidden or shown, search tells a visitor what the pages show her."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from search.elasticsearch.rebuild import rebuild
from search.finding import candidates
from tests.built_once import built_once, copy_of_built
from tests.search.hiding.acts import steps
from tests.search.hiding.content import NOW, WORDS, build
from tests.search.hiding.looking import hide_and_look

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
built = built_once(build, at=NOW)
content = copy_of_built()


def refuse(*args):
    raise AssertionError("the database answered in place of Elasticsearch")


@settings(max_examples=4, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, word=st.sampled_from(WORDS))
def test_search_tells_what_the_pages_show(content, elasticsearch, monkeypatch, steps, word):
    """Each example begins with an index of its own, since the versions of its rows are rolled back after it."""
    monkeypatch.setattr(candidates, "from_database", refuse)
    hide_and_look(content, steps, word, begin=rebuild)
