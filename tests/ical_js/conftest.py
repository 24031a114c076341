"""ical.js as a second opinion on our feeds: it shares no code with the library that writes them."""

import json
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def ical_js():
    """A function from the bytes of one VCALENDAR to its VEVENTs as dicts; ``read_feed.mjs`` names their keys.

    It raises ``subprocess.CalledProcessError`` where ical.js cannot read the calendar.
    """
    if not (FOLDER / "node_modules" / "ical.js").is_dir():
        pytest.fail("ical.js is not installed: run the tests with `make test-feeds`", pytrace=False)

    def read(calendar: bytes) -> list[dict]:
        run = subprocess.run(["node", FOLDER / "read_feed.mjs"], input=calendar, capture_output=True, check=True)
        return json.loads(run.stdout)

    return read
