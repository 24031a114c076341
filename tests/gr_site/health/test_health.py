"""What a load balancer reads: whether the process lives, and whether it can serve pages."""

import json

import pytest
from django.test import Client

from gr_site.health import checks
from gr_site.health.checks import overall


def test_the_process_lives_without_a_database(settings):
    """No database mark: a query would fail the test. No host and no https is asked for either."""
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["example.org"], True
    response = Client().get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert (response.status_code, response.content, response.headers["Cache-Control"]) == (200, b"ok\n", "no-store")


@pytest.mark.django_db
def test_a_site_that_works_is_ready(settings, tmp_path):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT, settings.MEDIA_ROOT = ["example.org"], True, tmp_path
    response = Client().get("/readyz", headers={"host": "10.0.0.7:8000"})
    assert (response.status_code, json.loads(response.content)) == (
        200,
        {"status": "up", "database": "up", "migrations": "up", "search": "off", "cache": "off", "media": "up"},
    )


@pytest.mark.django_db
def test_what_it_can_do_without_only_degrades_it(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "away"
    settings.WAGTAILSEARCH_BACKENDS = {
        "elasticsearch": {"BACKEND": "search.elasticsearch.backend", "URLS": ["http://127.0.0.1:9"]}
    }
    response = Client().get("/readyz")
    assert (response.status_code, json.loads(response.content)) == (
        200,
        {
            "status": "degraded",
            "database": "up",
            "migrations": "up",
            "search": "degraded",
            "cache": "off",
            "media": "degraded",
        },
    )


@pytest.mark.django_db
def test_a_missing_migration_takes_it_out_until_it_is_there(monkeypatch):
    class Executor(checks.MigrationExecutor):
        missing = True

        def migration_plan(self, targets, clean_start=False):
            return [("a migration", False)] if self.missing else super().migration_plan(targets, clean_start)

    checks._all_applied.cache_clear()
    monkeypatch.setattr(checks, "MigrationExecutor", Executor)
    assert (Client().get("/readyz").status_code, checks.states()["migrations"]) == (503, "down")
    Executor.missing = False
    assert Client().get("/readyz").status_code == 200


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ({"database": "up", "migrations": "up", "search": "off"}, "up"),
        ({"database": "up", "migrations": "up", "search": "degraded"}, "degraded"),
        ({"database": "down", "migrations": "up", "search": "up"}, "down"),
        ({"database": "up", "migrations": "down", "search": "degraded"}, "down"),
    ],
)
def test_the_whole_is_as_good_as_what_it_needs(found, state):
    assert overall(found) == state
