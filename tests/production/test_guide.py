"""docs/operations.md, followed to the letter on an empty folder and database, by a sysadmin who knows nothing else.

The tests stand in the order of the page and go on where the one before ended.
"""

import difflib
import http.client
import os
import re
import signal
import subprocess
import threading
import time
from contextlib import closing

import pytest

from .guide import commands, section, unit
from .machine import HOST, Machine

pytestmark = pytest.mark.production
CLIENTS, SECONDS = 64, 20
AT_ONCE = 5  # seconds, on a machine that others use too
PAGES = ["/", "/natverk/", "/kalender/", "/sok/?q=skola", "/ics/regionen.ics", "/sitemap.xml", "/konto/login/"]


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    address = os.environ.get("DATABASE_URL", "")
    assert address.startswith("postgres"), "tests/services/with-postgres starts what the guide installs on"
    built = Machine(tmp_path_factory.mktemp("machine"), address)
    yield built
    built.stop()


def get(port, path, host=HOST, timeout=60):
    """``(status, headers, body)`` of one request on a connection of its own."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)) as connection:
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def shown(machine):
    """What a visitor gets of each address of the sitemap, and of the feed of all."""
    _status, _headers, sitemap = get(machine.port, "/sitemap.xml")
    pages = re.findall(rf"<loc>https://{re.escape(HOST)}(/[^<]*)</loc>", sitemap.decode())
    assert len(pages) > 100
    return {page: get(machine.port, page)[::2] for page in [*pages[:40], "/ics/regionen.ics"]}


def different(now, before):
    """The lines of pages that are not as they were."""
    assert now.keys() == before.keys()
    return [
        (page, line)
        for page, (status, body) in now.items()
        for line in difflib.ndiff([str(before[page][0]), *lines(before[page][1])], [str(status), *lines(body)])
        if (status, body) != before[page] and line[0] in "+-"
    ]


def lines(body):
    return body.decode().splitlines()


def test_install(machine):
    for block in commands(section("## Install").partition("\n### ")[0]):
        if "start_site" in block:
            block = block.replace("NAME", "alva").replace("ADDRESS", "alva@example.org").rstrip()
            block += f" --link-file {machine.folder}/link"
        machine.run(block)
        if "createuser natverk" in block:
            machine.known_to_postgres("natverk")
    assert f"https://{HOST}/konto/" in (machine.folder / "link").read_text()
    machine.run(".venv/bin/python manage.py load_demo --force --swedish")


def test_sorted_as_in_swedish(machine):
    ordered = machine.run(
        "psql --tuples-only --no-align natverk -c \"SELECT unnest(ARRAY['z','ö','a','å','ä']) ORDER BY 1\""
    )
    assert ordered.split() == ["a", "z", "å", "ä", "ö"]


def test_the_services(machine):
    services = section("### The services")
    machine.web = machine.start(unit(services, "natverk.service"))
    machine.wait_for("http://127.0.0.1:8000/healthz")
    machine.start(unit(services, "natverk-due.service")).wait()
    (block,) = commands(services)
    assert '"status": "up"' in machine.run(block)
    assert "OnCalendar" in unit(services, "natverk-due.timer")


def test_the_proxy(machine):
    (block,) = commands(section("## The proxy"))
    machine.run(block)
    machine.proxy()
    status, headers, _body = get(machine.port, "/natverk/")
    assert (status, headers["Location"]) == (301, f"https://{HOST}/natverk/")
    machine.run(block.replace("/$scheme/", "/https/").split("\nrm ")[0])
    machine.proxy()
    time.sleep(1)
    answers = {path: get(machine.port, path)[0] for path in PAGES}
    assert answers == dict.fromkeys(PAGES, 200)
    assert get(machine.port, "/", host="elsewhere.example")[0] == 400
    assert "strict-transport-security" in {name.lower() for name in get(machine.port, "/")[1]}


def test_many_visitors_while_a_process_is_killed(machine):
    """What the killed process was asked is lost, and nothing else: the other answers, and another is begun."""
    ends, answers = time.monotonic() + SECONDS, []

    def visit(number):
        while time.monotonic() < ends:
            status = get(machine.port, PAGES[number % len(PAGES)], timeout=120)[0]
            answers.append((status, time.monotonic()))
            number += 1

    visitors = [threading.Thread(target=visit, args=(number,)) for number in range(CLIENTS)]
    for each in visitors:
        each.start()
    time.sleep(SECONDS / 2)
    before = children_of(machine.web)
    os.kill(before[-1], signal.SIGKILL)
    killed = time.monotonic()
    for each in visitors:
        each.join()
    faults = [(status, moment - killed) for status, moment in answers if status != 200]
    print(f"{len(answers) / SECONDS:.0f} answers a second for {CLIENTS} visitors, {len(faults)} lost")
    assert len(answers) > CLIENTS
    assert {status for status, _ in faults} <= {502}
    assert len(faults) <= CLIENTS  # each has asked one thing at a time
    assert [late for _, late in faults if not 0 <= late < AT_ONCE] == []
    after = children_of(machine.web)
    assert (len(after), before[-1] in after) == (len(before), False)


def children_of(process):
    found = subprocess.run(["pgrep", "--parent", str(process.pid)], capture_output=True, text=True, check=True)
    return [int(each) for each in found.stdout.split()]


def test_a_lost_site_comes_back_from_its_backup(machine):
    before = shown(machine)
    machine.run(f"cd {machine.site}")
    (nightly,) = commands(section("## Each night", "backup.md"))
    machine.run(nightly.replace("manage.py", ".venv/bin/python manage.py"))
    folder = next((machine.folder / "backup").glob("*/manifest.json")).parent
    machine.run(f".venv/bin/python manage.py restore {folder} --check")

    machine.run(
        "psql --quiet postgres -c \"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'natverk'\""
    )
    create, restore = commands(section("## Getting the site back", "backup.md"))
    as_owner = {"PGUSER": "tests"}
    machine.run("dropdb --force natverk", **as_owner)
    machine.run(create.replace("createdb", "createdb --owner natverk"), **as_owner)
    machine.run(f"rm -r {machine.media}/*")
    machine.run(restore.replace("manage.py", ".venv/bin/python manage.py").replace("2026-11-29T020000Z", folder.name))
    assert different(shown(machine), before) == []


def test_an_upgrade(machine):
    subject = "Ett nytt släpp"
    author = "-c user.name=A -c user.email=a@example.org"
    machine.run(f"git -C {machine.upstream} {author} commit --quiet --allow-empty -m '{subject}'")
    before = shown(machine)
    (block,) = commands(section("## Upgrade"))
    machine.run(block)
    assert machine.run("git log -1 --format=%s").strip() == subject
    assert "systemctl restart natverk" in machine.calls.read_text()
    services = section("### The services")
    machine.end_all()
    machine.start(unit(services, "natverk.service"))
    machine.wait_for("http://127.0.0.1:8000/readyz")
    assert different(shown(machine), before) == []


def test_what_it_says_of_this_machine_s_programs_is_all_that_needs_root(machine):
    called = {line.split()[0] for line in machine.calls.read_text().splitlines()}
    assert called == {"apt", "useradd", "chown", "systemctl", "install", "su", "runuser", "nginx"}
