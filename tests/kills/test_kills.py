"""Processes killed in the middle of a publication leave nothing that ``run_due`` does not finish."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]


@pytest.fixture
def database_url(committing_db, site, tmp_path):
    """A database with the empty site that other processes can open: a copy on SQLite, the test's own on PostgreSQL."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{tmp_path / 'site.sqlite3'}"
    own = connection.settings_dict
    return f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{own['NAME']}"


@pytest.mark.long
@pytest.mark.engine
def test_killed_publications_leave_nothing_undone(database_url):
    command = [sys.executable, "-m", "tests.kills", "--kills", os.environ.get("KILLS", "20")]
    environment = os.environ | {"DATABASE_URL": database_url, "ELASTICSEARCH_URL": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)  # pytest shows what it printed
    assert done.returncode == 0
