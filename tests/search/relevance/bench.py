"""Prints how well each search finds what people want, side by side: ``make bench-search``.

Runs itself on an SQLite and on a PostgreSQL made for it, each with the demo content and 300 networks; Elasticsearch is
measured beside the first. Quality is the same on every machine; times are this one's.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "tests.search.relevance.bench", "--measure"]
POSTGRES = [str(Path(__file__).parents[2] / "services" / "with-postgres")]
ELASTICSEARCH = [sys.executable, "-m", "tests.services.elasticsearch_node"]
COLUMNS = ["success@1", "success@5", "MRR", "nDCG@10", "p50 ms", "p95 ms", "typing p95 ms"]


def main():
    """With ``--measure``: measure on the database of this process. Without: on both, and print the table."""
    if sys.argv[1:] == ["--measure"]:
        import django

        django.setup()
        from .measuring import measured

        print(json.dumps(measured(os.environ["ELASTICSEARCH_URL"])))
        return
    found = _answer([*ELASTICSEARCH, *COMMAND], DATABASE_URL="sqlite://:memory:") | _answer([*POSTGRES, *COMMAND])
    print("\n".join(_table(found)))


def _answer(command, **variables):
    own = {"DJANGO_SETTINGS_MODULE": "gr_site.settings.test", "ELASTICSEARCH_URL": ""}
    done = subprocess.run(command, env={**os.environ, **own, **variables}, stdout=subprocess.PIPE, check=True)
    # Maven, which runs Elasticsearch, may write a last code for colours as it ends.
    return json.loads(next(line for line in reversed(done.stdout.splitlines()) if line.startswith(b"{")))


def _table(found):
    """The searches, one a line, the worst first; Markdown."""
    yield f"| search | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for name, values in sorted(found.items(), key=lambda one: one[1]["nDCG@10"]):
        yield f"| {name} | {' | '.join(_cell(column, values.get(column)) for column in COLUMNS)} |"


def _cell(column, value):
    if value is None:
        return ""
    return f"{value:.0f}" if column.endswith("ms") else f"{value:.3f}"


if __name__ == "__main__":
    main()
