"""The figures as text, and whether the targets hold."""

from statistics import median

from .measuring import ratio

MOST_QUERIES = 20
MOST_TIME = 1.3


def table(results):
    """Lines of the table. ``results``: ``{case: {size: Figures}}``."""
    yield f"{'':21}{'events':>7}{'median':>9}{'p95':>9}{'CPU':>9}{'queries':>9}{'bytes':>12}{'gzipped':>11}"
    for case, by_size in results.items():
        for size, figures in by_size.items():
            times = f"{figures.median:9.1f}{figures.p95:9.1f}{median(figures.cpu):9.1f}"
            yield f"{case.name:21}{size:7}{times}{figures.queries:9}{figures.size:12,}{figures.sent:11,}"


def growth(results, smaller, larger):
    """Lines that tell what the step from ``smaller`` to ``larger`` (numbers of events) costs."""
    yield f"{f'{smaller:,} to {larger:,} events':28}{'time':>9}{'CPU':>9}{'queries':>14}"
    for case, by_size in results.items():
        wall, cpu = ratio(by_size[larger], by_size[smaller])
        queries = f"{by_size[smaller].queries} to {by_size[larger].queries}"
        yield f"{case.name:28}{f'x {wall:.2f}':>9}{f'x {cpu:.2f}':>9}{queries:>14}"


def targets(results, smaller, larger):
    """``[(sentence, whether it holds)]``: what the step from ``smaller`` to ``larger`` may cost, and queries."""
    found = [
        (
            f"{case.name}: as many queries, at most {MOST_TIME} times the time",
            by_size[smaller].queries == by_size[larger].queries
            and ratio(by_size[larger], by_size[smaller])[0] <= MOST_TIME,
        )
        for case, by_size in results.items()
        if case.steady
    ]
    most = max(figures.queries for case, by_size in results.items() if case.visited for figures in by_size.values())
    return [
        *found,
        (f"no page of a visitor takes more than {MOST_QUERIES} queries (most: {most})", most <= MOST_QUERIES),
    ]
