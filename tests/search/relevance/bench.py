"""Prints how well each search finds what people want, by kind of query, and what it costs: ``make bench-search``.

Runs itself on an SQLite and on a PostgreSQL made for it, each with the demo content; Elasticsearch is measured beside
the first. Quality is the same on every machine; times are this one's. What was answered badly goes to stderr.
More files of judged queries can be given: ``python -m tests.search.relevance.bench MORE.spec``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "tests.search.relevance.bench", "--measure"]
POSTGRES = [str(Path(__file__).parents[2] / "services" / "with-postgres")]
ELASTICSEARCH = [sys.executable, "-m", "tests.services.elasticsearch_node"]


def main():
    """With ``--measure``: measure on the database of this process. Without: on both, and print the tables."""
    if sys.argv[1:2] == ["--measure"]:
        import django

        django.setup()
        from .measuring import measured

        print(json.dumps(measured(os.environ["ELASTICSEARCH_URL"], [Path(name) for name in sys.argv[2:]])))
        return
    command = [*COMMAND, *(str(Path(name).resolve()) for name in sys.argv[1:])]
    on_sqlite = _answer([*ELASTICSEARCH, *command], DATABASE_URL="sqlite://:memory:")
    on_postgres = _answer([*POSTGRES, *command])
    print("\n".join(_quality(on_sqlite["quality"] | on_postgres["quality"])))
    print()
    print("\n".join(_cpu({"sqlite": on_sqlite["cpu"], "postgresql": on_postgres["cpu"]})))


def _answer(command, **variables):
    own = {"DJANGO_SETTINGS_MODULE": "gr_site.settings.test", "ELASTICSEARCH_URL": ""}
    done = subprocess.run(command, env={**os.environ, **own, **variables}, stdout=subprocess.PIPE, check=True)
    # Maven, which runs Elasticsearch, may write a last code for colours as it ends.
    return json.loads(next(line for line in reversed(done.stdout.splitlines()) if line.startswith(b"{")))


def _quality(found):
    """A row for each kind of query, and of Wagtail's own search only what it has over all. Markdown."""
    ours = [name for name in found if name.startswith("ours")]
    yield f"| kind | queries | {' | '.join(f'{name}: success@1 | nDCG@10' for name in ours)} |"
    yield f"|---|---:|{'---:|---:|' * len(ours)}"
    for kind, values in found[ours[0]].items():
        if values["number"]:
            cells = (f"{found[name][kind]['success']:.2f} | {found[name][kind]['ndcg']:.2f}" for name in ours)
            yield f"| {kind} | {values['number']} | {' | '.join(cells)} |"
    yield from (_nothing(kind, [found[name][kind] for name in ours]) for kind in _wanting_nothing(found[ours[0]]))
    for name in found:
        if name not in ours:
            yield f"{name}: success@1 {found[name]['all']['success']:.2f}, nDCG@10 {found[name]['all']['ndcg']:.2f}"


def _wanting_nothing(kinds):
    return [kind for kind, values in kinds.items() if values["nothing"] and not values["number"]]


def _nothing(kind, values):
    cells = (f"{one['with_hits']} with hits | {one['guesses']} said to be guesses" for one in values)
    return f"| {kind} | {values[0]['nothing']} | {' | '.join(cells)} |"


def _cpu(found):
    yield "| ms of CPU | a search | its page | a suggestion |"
    yield "|---|---:|---:|---:|"
    for name, values in found.items():
        yield f"| {name} | {values['search']:.1f} | {values['page']:.1f} | {values['suggestion']:.1f} |"


if __name__ == "__main__":
    main()
