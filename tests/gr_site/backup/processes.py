"""Other processes of the site, each on the database and files that are named for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def start(site, *command):
    """A process that does what ``manage.py`` would do, and then prints what ``site`` answers."""
    environment = os.environ | site.environment | {"DJANGO_SETTINGS_MODULE": "tests.gr_site.backup.settings"}
    program = [sys.executable, "-m", "tests.gr_site.backup.reading", *command]
    return subprocess.Popen(program, cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def in_process(site, *command):
    """What such a process tells: see ``reading``."""
    process = start(site, *command)
    told, _ = process.communicate()
    assert process.returncode == 0
    return json.loads(told)
