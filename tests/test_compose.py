"""What compose.yaml does at set times."""

import os
import subprocess
import textwrap
from datetime import datetime, timedelta
from pathlib import Path

COMPOSE = (Path(__file__).parents[1] / "compose.yaml").read_text(encoding="utf-8")
START = datetime(2026, 11, 27, 2, 1, 5)  # noqa: DTZ001 - the container's own clock


def timer():
    """The shell script of the service ``timer``, as the shell gets it."""
    lines = COMPOSE.partition("\n  timer:\n")[2].partition("      - |\n")[2].splitlines()
    script = [
        line for number, line in enumerate(lines) if all(each.startswith(" " * 8) for each in lines[: number + 1])
    ]
    return textwrap.dedent("\n".join(script)).replace("$$", "$")


def test_feeds_and_search_are_rebuilt_once_each_night_however_long_a_round_takes(tmp_path):
    """Two nights in which a round takes 75 seconds, so that no round begins at 03.00."""
    rounds = [START + timedelta(seconds=75) * number for number in range(2304)]
    assert not any((moment.hour, moment.minute) == (3, 0) for moment in rounds)
    (tmp_path / "moments").write_text("".join(f"{moment:%H %Y-%m-%d}\n" for moment in rounds))
    script = """
        exec 3<moments
        sleep() { read -r hour day <&3; }
        date() { if [ "$1" = +%H ]; then echo "$hour"; else echo "$day"; fi; }
        python() { case "$2" in rebuild_*|prune_*) echo "$2 $day";; esac; }
    """
    done = subprocess.run(
        ["sh", "-c", textwrap.dedent(script) + timer()],
        cwd=tmp_path, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    nights = ["2026-11-27", "2026-11-28"]
    commands = ["rebuild_calendar_objects", "rebuild_search", "rebuild_pictures", "prune_access_log"]
    assert done.stdout.splitlines() == [f"{command} {night}" for night in nights for command in commands]
