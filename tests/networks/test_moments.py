"""Moments are said in Swedish time and in the reader's language."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from networks.moments import moment_in_words
from networks.templatetags.moments import moment


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "7 februari 2020 kl. 08.30"), ("en", "7 February 2020, 08:30")]
)
def test_a_moment_in_words(language, words):
    stored = datetime(2020, 2, 7, 7, 30, tzinfo=UTC)
    with override(language):
        assert (moment_in_words(stored), moment(stored), moment(None)) == (words, words, "")
