"""What Driftläge says of the last backup."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from gr_site.backup import Last
from gr_site.seeing import records
from gr_site.seeing.rows import State


@pytest.mark.parametrize(
    ("hours", "whole", "state"),
    [(None, True, State.UNKNOWN), (2, True, State.GOOD), (2, False, State.FAULT), (48, True, State.FAULT)],
)
def test_the_last_backup(monkeypatch, hours, whole, state):
    found = hours and Last(timezone.now() - timedelta(hours=hours), 10, Path("x"), whole)
    monkeypatch.setattr(records, "last", lambda: found)
    assert records.last_backup().state == state
