"""Making the databases: the schema and the networks once, then a copy for each number of events."""

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

from events.models import EventPage
from gr_site.models import HomePage

from .seeding_events import seed_events, seed_meetings
from .seeding_site import seed_site

SITE = "bench_site"


def prepare(store, sizes, today, say):
    """``{size: Database}``, open and seeded. ``store`` makes databases, ``say`` tells a person what is going on."""
    say("Making the database and its networks")
    _prepare_site(store)
    return {
        size: _prepare_database(store, f"bench_{size}", lambda size=size: seed_events(size, today), say)
        for size in sizes
    }


def prepare_feeds(store, sizes, today, say):
    """The same with ``sizes`` as numbers of meetings: all of one network, and all in what feeds hold today.

    Called after ``prepare``.
    """
    return {
        size: _prepare_database(store, f"bench_meetings_{size}", lambda size=size: seed_meetings(size, today), say)
        for size in sizes
    }


def _prepare_site(store):
    store.create(SITE)
    with store.open(SITE).in_use() as database:
        # Keys of content types differ from database to database, and Django remembers them for the whole process.
        ContentType.objects.clear_cache()
        call_command("migrate", interactive=False, verbosity=0)
        with transaction.atomic():
            if not HomePage.objects.exists():
                seed_site()
        database.connection.close()


def _prepare_database(store, name, seed, say):
    store.copy(SITE, name)
    database = store.open(name)
    with database.in_use():
        if not EventPage.objects.exists():
            say(f"Seeding {name}")
            with transaction.atomic():
                seed()
            _gather_statistics()
    return database


def _gather_statistics():
    """What PostgreSQL does by itself within a minute. SQLite never does, so there it is left undone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
