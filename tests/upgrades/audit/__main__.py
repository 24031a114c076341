"""``make audit``: compares both locks with the lists of PyPI or, where that is silent, OSV.

Exits with 0 if nothing is known, 1 for a known vulnerability, and 3 if nothing could be checked. pip-audit has an
environment of its own, since it brings two dozen packages that the site has no use for.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

from .verdict import NOT_CHECKED, Verdict, verdict

ROOT = Path(__file__).parents[3]
TOOL = Path(__file__).with_name("requirements.lock")
LOCK = "requirements-dev.lock"  # has all of requirements.lock, in the same versions
SERVICES = ("pypi", "osv")
SECONDS = 600


def main(environment):
    if not _installed(environment):
        return Verdict(NOT_CHECKED, ["Not checked: pip-audit cannot be installed, since no package index answers."])
    found = Verdict(NOT_CHECKED, [])
    for service in SERVICES:
        found = verdict(_report(environment, service))
        if found.code != NOT_CHECKED:
            break
    return found


def _installed(environment):
    mark = environment / "installed.lock"
    if mark.exists() and mark.read_bytes() == TOOL.read_bytes():
        return True
    venv.create(environment, clear=True, with_pip=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", TOOL]
    if subprocess.run([environment / "bin" / "python", *install]).returncode:
        return False
    mark.write_bytes(TOOL.read_bytes())
    return True


def _report(environment, service):
    """pip-audit's report; None where the service does not answer, which pip-audit says with a traceback."""
    options = ["--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json"]
    command = [environment / "bin" / "pip-audit", "--vulnerability-service", service, *options, "--requirement", LOCK]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS)
    try:
        return json.loads(asked.stdout)
    except json.JSONDecodeError:
        sys.stderr.write("\n".join(asked.stderr.splitlines()[-1:]) + "\n")
        return None


if __name__ == "__main__":
    result = main(Path(sys.argv[1]))
    print("\n".join(result.lines))
    sys.exit(result.code)
