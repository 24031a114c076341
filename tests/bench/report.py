"""The figures as text, and whether the targets hold."""

from statistics import median

from .measuring import ratio

MOST_QUERIES = 21
MOST_TIME = 1.3
# Milliseconds of CPU: of the smallest network feed (50 meetings), and of the largest region feed for every thousand.
MOST_NETWORK_FEED, MOST_PER_THOUSAND = 5, 8
MOST_QUERIES_304 = 2


def table(results, unit="events"):
    """Lines of the table. ``results``: ``{case: {size: Figures}}``; ``unit`` is what the sizes count."""
    yield f"{'':20}{unit:>8}{'median':>9}{'p95':>9}{'CPU':>9}{'queries':>9}{'bytes':>12}{'gzipped':>11}"
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


def feed_targets(results):
    """The same of feeds: what the smallest network feed, the largest region feed and an unchanged feed may cost."""
    by_name = {case.name: by_size for case, by_size in results.items()}
    small, large = min(by_name["network feed, cold"]), max(by_name["region feed, cold"])
    network = median(by_name["network feed, cold"][small].cpu)
    thousand = median(by_name["region feed, cold"][large].cpu) / large * 1000
    asked = max(figures.queries for name in by_name if name.endswith("304") for figures in by_name[name].values())
    return [
        (
            f"network feed of {small:,} meetings: at most {MOST_NETWORK_FEED} ms ({network:.1f})",
            network <= MOST_NETWORK_FEED,
        ),
        (
            f"region feed of {large:,} meetings: at most {MOST_PER_THOUSAND} ms per thousand ({thousand:.1f})",
            thousand <= MOST_PER_THOUSAND,
        ),
        (f"an unchanged feed takes at most {MOST_QUERIES_304} queries ({asked})", asked <= MOST_QUERIES_304),
    ]
