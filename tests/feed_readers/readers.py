"""Four iCalendar readers of different descent. None but the first shares code with what writes our feeds.

Each is a program that takes the names of files with one VCALENDAR each and prints JSON: for each file
``{"events": [...], "complaints": [...]}``. A complaint is a text. An event is ``{uid, start, end, utc_start, utc_end,
all_day, status, summary, recurring}``: ``start`` and ``end`` are wall-clock times as written ("2020-02-07T08:30:00"),
or days where the event is all-day ("2020-02-07"; such an end is exclusive, RFC 5545 section 3.6.1). ``utc_start`` and
``utc_end`` are the instants ("2020-02-07T07:30:00Z"), null where the event is all-day or its zone is unknown.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
BATCH = 500  # names of files that one command line takes


@dataclass(frozen=True)
class Reader:
    """``install`` tells a developer how to get it."""

    name: str
    command: tuple[str, ...]
    install: str

    def read(self, paths):
        """What the program prints of the files, in their order. Raises ``CalledProcessError`` where it refuses one."""
        paths = list(paths)
        found = []
        for start in range(0, len(paths), BATCH):
            batch = [*self.command, *map(str, paths[start : start + BATCH])]
            found += json.loads(subprocess.run(batch, cwd=FOLDER, capture_output=True, check=True).stdout)
        return found

    def why_not(self):
        """What keeps the program from running here, '' if it runs."""
        try:
            run = subprocess.run(self.command, cwd=FOLDER, capture_output=True, text=True, check=False)
        except FileNotFoundError as error:
            return str(error)
        return run.stderr + run.stdout if run.returncode else ""


READERS = [
    Reader("icalendar", (sys.executable, "read_icalendar.py"), "make install"),
    Reader("ical.js", ("node", "ical_js/read.mjs"), "Node 18 or newer with npm, then `make test-feeds`"),
    Reader("libical", (sys.executable, "read_libical.py"), "apt install libical3 (macOS: brew install libical)"),
    Reader("sabre/vobject", ("php", "read_sabre.php"), "apt install php-cli php-mbstring php-sabre-vobject tzdata"),
]
