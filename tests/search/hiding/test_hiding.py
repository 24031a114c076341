"""Whatever is hidden or shown, and in whatever order: search tells a visitor what the pages show her."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.built_once import built_once, copy_of_built

from .acts import steps
from .content import NOW, WORDS, build
from .looking import hide_and_look

pytestmark = [pytest.mark.django_db, pytest.mark.long]
built = built_once(build, at=NOW)
content = copy_of_built()


# An example takes seconds, and its steps are few: what fails is read as it is.
@settings(max_examples=12, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, word=st.sampled_from(WORDS))
def test_search_tells_what_the_pages_show(content, steps, word):
    hide_and_look(content, steps, word)
