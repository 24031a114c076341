"""What must never be committed, looked for in every file that git has or would take."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATED = {".mo", ".pyc", ".sqlite3", ".log", ".egg-info"}
LONGEST_TEMPLATE_LINE = 160  # characters: what a reviewer sees without scrolling sideways
LARGEST = 1_000_000  # bytes; pictures of people and places belong in media/, not here

# Written so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w/.:-])/(?:wor[k]|roo[t]|tm[p]|hom[e]/\w+|User[s]/\w+)(?![\w-])")
REGISTRY = re.compile(r"pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:org|com)|yarnpk[g]\.com|deb\.debia[n]\.org")
PRIVATE_KEY = re.compile(r"BEGI[N] [A-Z ]*PRIVATE KEY")

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|<[a-z][^<>]*\sstyle=", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)


@pytest.fixture(scope="module")
def files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so there is no list of what is committed")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def matches(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """``file:line: match`` of each; a binary file is read as far as it is text."""
    texts = ((path.relative_to(ROOT), path.read_text(encoding="utf-8", errors="ignore")) for path in files)
    return [
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for path, text in texts
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY, PRIVATE_KEY], ids=["path", "registry", "private key"])
def test_no_file_tells_of_a_machine_a_registry_or_a_secret(files, pattern):
    assert matches(pattern, files) == []


def test_no_generated_or_heavy_file_is_committed(files):
    assert [path.name for path in files if path.suffix in GENERATED or path.stat().st_size > LARGEST] == []


@pytest.mark.parametrize("pattern", [INLINE_SCRIPT, INLINE_STYLE, INLINE_HANDLER], ids=["script", "style", "handler"])
def test_no_template_breaks_the_content_security_policy(files, pattern):
    assert matches(pattern, [path for path in files if "templates" in path.parts]) == []


def test_no_template_line_is_too_long_to_review(files):
    assert [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        if "templates" in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > LONGEST_TEMPLATE_LINE
    ] == []


@pytest.mark.parametrize(
    "name",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "tests/accessibility/package-lock.json",
        "tests/feed_readers/ical_js/package-lock.json",
    ],
)
def test_lock_names_no_download_address(name):
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_a_hash_for_every_package(name):
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("pattern", "caught", "passed"),
    [
        (MACHINE_PATH, "cd /tm" + "p/x", "see /temporary and a/wor" + "k"),
        (INLINE_SCRIPT, "<script>alert(1)</script>", '<script src="a.js" defer></script>'),
        (INLINE_SCRIPT, '<script type="module">', '<script type="application/ld+json">'),
        (INLINE_STYLE, '<p class="a" style="color:red">', '<link rel="stylesheet" href="style.css">'),
        (INLINE_HANDLER, '<a href="#" onclick="go()">', '<a href="/on=1">'),
    ],
)
def test_patterns_catch_what_they_are_for(pattern, caught, passed):
    assert pattern.search(caught)
    assert not pattern.search(passed)
