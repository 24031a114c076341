"""The benchmark measures what it says it measures. No time is ever asserted: a test machine is a busy one."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date

import pytest
from django.db import connection
from django.utils.timezone import localdate
from wagtail.models import Page

from events.models import CalendarObject, EventPage, Occurrence
from networks.models import NetworkPage
from tests.site import leave_as_migrated

from .cases import cases
from .content import MEETINGS_PER_EVENT, meeting_days
from .databases import SqliteFiles
from .measuring import Figures
from .report import MOST_QUERIES as MOST
from .report import targets
from .running import main

TODAY = date(2026, 11, 23)


@pytest.fixture
def directory(db, tmp_path):
    """Where the benchmark keeps its files. On SQLite it need not migrate one: it starts from the tests' own."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(tmp_path / "bench_site.sqlite3")) as target:
            connection.connection.backup(target)
        with SqliteFiles(tmp_path).open("bench_site").in_use() as database:
            leave_as_migrated()
            database.connection.close()
    return tmp_path


@pytest.mark.long
@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="without --database-url the bench measures SQLite, and Wagtail's search tables follow the process's engine",
)
def test_bench_seeds_measures_and_prints(directory, capsys):
    assert main(["--events=2,4", "--meetings=3,20", "--rounds=2", f"--keep={directory}"]) == 0
    lines = capsys.readouterr().out.splitlines()
    names = [case.name for case in cases(TODAY)]
    assert [line[:28].split("  ")[0] for line in lines[3 : 3 + 2 * len(names)]] == [
        name for name in names for _size in (2, 4)
    ]
    assert [line[:28].strip() for line in lines if " to 4 " in line[:28]] == ["2 to 4 events"]
    feeds = [line.split() for line in lines if "feed, " in line and line[:6].strip() in ("region", "networ")]
    states = ["cold", "cached", "304"]
    assert [row[:4] for row in feeds] == [
        [kind, "feed,", state, size] for kind in ("region", "network") for state in states for size in ("3", "20")
    ]
    assert sum(line.startswith(("holds ", "MISSED")) for line in lines) == 7
    with SqliteFiles(directory).open("bench_meetings_20").in_use() as database:
        assert Occurrence.objects.public().feed_window(localdate()).count() == 20
        database.connection.close()
    with SqliteFiles(directory).open("bench_4").in_use() as database:
        assert Page.find_problems() == ([], [], [], [], [])
        assert EventPage.objects.count() == 4
        assert Occurrence.objects.public().count() == CalendarObject.objects.count() == 4 * MEETINGS_PER_EVENT
        assert NetworkPage.objects.listed().count() == 100
        database.connection.close()
    assert not NetworkPage.objects.exists()  # the tests' own database


@pytest.mark.parametrize(
    ("option", "message"),
    [(f"--events={sizes}", "rising numbers") for sizes in ("1000", "1000,100", "100,100", "many", "1,2")]
    + [("--rounds=1", "a number from 2 on")],
)
def test_bench_refuses_numbers_that_tell_nothing(option, message, capsys):
    with pytest.raises(SystemExit, match="2"):
        main([option])
    assert message in capsys.readouterr().err


def test_bench_measures_no_other_server_than_postgresql(capsys):
    assert main(["--database-url=sqlite:///site.sqlite3"]) == 2
    assert "no PostgreSQL server" in capsys.readouterr().err


def test_meetings_lie_in_three_years_and_fill_all_months_alike():
    days = [day for number in range(100) for day in meeting_days(number, 2025)]
    assert len(days) == 100 * MEETINGS_PER_EVENT
    assert {day.year for day in days} == {2025, 2026, 2027}
    assert all(day.weekday() < 5 for day in days)
    per_month = Counter((day.year, day.month) for day in days)
    assert len(per_month) == 36
    assert max(per_month.values()) - min(per_month.values()) <= 15


def figures(*, milliseconds, queries):
    return Figures(queries, 0, 0, wall=[milliseconds] * 3, cpu=[milliseconds] * 3)


@pytest.mark.parametrize(
    ("milliseconds", "queries", "holds"),
    [
        (13, MOST, [True, True]),
        (13.1, MOST, [False, True]),
        (10, MOST - 1, [False, True]),
        (10, MOST + 1, [False, False]),
    ],
)
def test_targets_hold_up_to_their_limits_and_no_further(milliseconds, queries, holds):
    month_page = cases(TODAY)[0]
    by_size = {1: figures(milliseconds=10, queries=MOST), 5: figures(milliseconds=milliseconds, queries=queries)}
    assert [verdict for _, verdict in targets({month_page: by_size}, 1, 5)] == holds
