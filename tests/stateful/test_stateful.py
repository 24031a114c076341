"""A hundred operations drawn anew each time. ``SEED=... STEPS=... make test-stateful`` repeats those that failed."""

import os

import pytest

from .machine import Day
from .running import run

pytestmark = [pytest.mark.stateful, pytest.mark.django_db]


def test_one_truth_whatever_editors_do():
    run(Day, int(os.environ.get("STEPS", "100")))
