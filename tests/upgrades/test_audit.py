"""make audit never takes silence for good news."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.upgrades.audit.verdict import FOUND, NOT_CHECKED, NOTHING_FOUND, verdict

ROOT = Path(__file__).parents[2]
SOUND = {"name": "django", "version": "5.2.19", "vulns": []}
UNKNOWN = {"name": "wagtail", "skip_reason": "Dependency not found on PyPI and could not be audited"}
WEAK = {"name": "jinja2", "version": "2.4.1", "vulns": [{"id": "PYSEC-2021-66", "fix_versions": ["2.11.3"]}]}


@pytest.mark.parametrize(
    ("packages", "code"),
    [
        ([SOUND], NOTHING_FOUND),
        ([SOUND, UNKNOWN], NOT_CHECKED),
        ([UNKNOWN, UNKNOWN], NOT_CHECKED),
        ([], NOT_CHECKED),
        ([WEAK], FOUND),
        ([SOUND, UNKNOWN, WEAK], FOUND),
    ],
)
def test_only_packages_that_were_looked_up_count_as_sound(packages, code):
    assert verdict({"dependencies": packages}).code == code


def test_a_list_that_does_not_answer_is_not_a_list_without_findings():
    assert verdict(None).code == NOT_CHECKED


def test_what_is_found_is_named_with_its_remedy():
    assert verdict({"dependencies": [WEAK]}).lines[0] == "jinja2 2.4.1: PYSEC-2021-66, mended in 2.11.3"


def test_where_nothing_can_be_reached_it_says_so_and_has_a_number_of_its_own(tmp_path):
    with socket.socket() as unused:  # bound but not listening: whoever connects is refused
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}"
        deaf = {"PIP_INDEX_URL": f"{closed}/simple", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0", "HTTPS_PROXY": closed}
        command = [sys.executable, "-m", "tests.upgrades.audit", tmp_path / "environment"]
        asked = subprocess.run(command, cwd=ROOT, env=os.environ | deaf, capture_output=True, encoding="utf-8")
    assert asked.stdout == "Not checked: pip-audit cannot be installed, since no package index answers.\n"
    assert asked.returncode == 3
