"""How the site is, asked when somebody reads ``/metrics``: what "Driftläge" and ``/readyz`` ask, as numbers."""

from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

from ..health.checks import states
from ..release import release
from ..seeing import figures, views
from ..seeing.rows import State, attempt
from . import requests

_PART_STATES = ("up", "degraded", "down", "off")


def site_release():
    versions = {what.lower(): version for what, version in figures.versions().items()}
    return [InfoMetricFamily("natverk_site", "What this process runs.", value={"release": release(), **versions})]


def media_disk():
    usage = figures.media_disk()
    return [
        GaugeMetricFamily("natverk_media_free_bytes", "Free on the disk of uploads.", value=usage.free),
        GaugeMetricFamily("natverk_media_size_bytes", "Size of the disk of uploads.", value=usage.total),
    ]


def waiting():
    """What lies in the site's queues."""
    letters, scheduled = figures.letters_waiting(), figures.scheduled()
    number = GaugeMetricFamily("natverk_waiting", "What waits to be done, by queue.", labels=["queue"])
    oldest = GaugeMetricFamily(
        "natverk_oldest_due_timestamp_seconds", "When the first that waits was to be done.", labels=["queue"]
    )
    for queue, how_many, first in (
        ("letters", letters.number, letters.oldest),
        ("scheduled", len(scheduled), min(scheduled, default=None)),
        ("documents", figures.documents_waiting(), None),
        ("search", figures.search_waiting(), None),
    ):
        number.add_metric([queue], how_many)
        if first:
            oldest.add_metric([queue], first.timestamp())
    return [number, oldest]


def letters_failed():
    text = "Letters of the last week that were refused, or that nobody knows of."
    return [GaugeMetricFamily("natverk_letters_failed", text, value=figures.letters_failed())]


def chores():
    """The works of the night: the worker's, or ``run_due``'s."""
    ended = GaugeMetricFamily(
        "natverk_chore_ended_timestamp_seconds", "When the work of the night was last done.", labels=["chore"]
    )
    failures = GaugeMetricFamily("natverk_chore_failures", "How often it has failed since then.", labels=["chore"])
    for chore in figures.chores():
        if chore.ended:
            ended.add_metric([chore.name], chore.ended.timestamp())
        failures.add_metric([chore.name], chore.attempts)
    return [ended, failures]


def feeds():
    number, faulty = figures.feeds()
    return [
        GaugeMetricFamily("natverk_feeds", "Calendar feeds that many share.", value=number),
        GaugeMetricFamily("natverk_feeds_faulty", "Those of them that have a fault.", value=faulty),
    ]


# A question gives a list of metrics. Those of the second sort are not asked while the database is away: each would
# wait for it.
WITHOUT_DATABASE = (requests.request_seconds, site_release, media_disk)
WITH_DATABASE = (waiting, letters_failed, chores, feeds)


class SiteState:
    """A collector for Prometheus. A question that fails leaves its metrics out and says so in ``natverk_question_up``,
    and the log says why."""

    def collect(self):
        parts = attempt(states, queries=False)
        away = parts is None or parts["database"] != "up"
        up = GaugeMetricFamily("natverk_question_up", "Whether the site could find it out.", labels=["question"])
        up.add_metric(["parts"], parts is not None)
        if parts is not None:
            yield _states("natverk_part", "The parts of /readyz.", "part", parts, _PART_STATES)
        for question in (*WITHOUT_DATABASE, *WITH_DATABASE):
            queries = question in WITH_DATABASE
            found = None if queries and away else attempt(question, queries=queries)
            up.add_metric([question.__name__], found is not None)
            yield from found or ()
        rows = {}
        for _name, question in views.QUESTIONS:
            answer = None if away else attempt(question)
            up.add_metric([f"driftlage_{question.__name__}"], answer is not None)
            if answer:
                rows[question.__name__] = answer.state.value
        yield _states("natverk_driftlage", "The rows of Driftläge.", "row", rows, State.values)
        yield up


def _states(name, text, label, found, possible):
    """1 for the state that each is in, and 0 for the others, so that an alarm can name the state."""
    family = GaugeMetricFamily(name, text, labels=[label, "state"])
    for key, state in found.items():
        for each in possible:
            family.add_metric([key, each], each == state)
    return family
