"""What ``make run`` would do, without doing it."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_port_of_make_run_is_that_of_the_sites_own_address():
    """The sitemap, canonical addresses and language links have it from the database."""
    command = [shutil.which("make"), "--dry-run", "run", "PORT=8001"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    prepared, _, served = said.partition("The site  ")
    assert 'BASE_URL="${BASE_URL:-http://localhost:8001}"; export BASE_URL' in prepared
    assert "manage.py start_site --address-only" in prepared
    assert 'BASE_URL="${BASE_URL:-http://localhost:8001}"' in served
    assert "8000" not in said
