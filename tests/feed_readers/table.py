"""What a reader should find of a row of the table, worked out from the row and not from the texts that feeds hold."""

from datetime import UTC, datetime, time, timedelta

from events.days.zone import STOCKHOLM
from events.meeting_text.calendar_text import summary
from networks.models import Consent, NetworkPage

WALL_CLOCK = "%Y-%m-%dT%H:%M:%S"


def expected_event(row):
    """See ``readers`` for the keys."""
    return {
        "uid": f"{row.translation_key}@natverk.goteborgsregionen.se",
        **(_clock(row) if row.has_clock else _days(row)),
        "status": row.status.upper(),
        "summary": summary(
            _owners(row.page),
            row.page.title,
            row.theme,
            cancelled=row.status == "cancelled",
            tentative=row.status == "tentative",
        ),
        "recurring": False,
    }


def in_order(events):
    return sorted(events, key=lambda event: event["uid"])


def _days(row):
    after = row.last_day + timedelta(days=1)
    return {"start": str(row.start_date), "end": str(after), "utc_start": None, "utc_end": None, "all_day": True}


def _clock(row):
    start, end = row.starts_at, row.ends_at
    if row.clock[1] is None and row.last_day > row.start_date:  # an open end: until the last day is over
        end = datetime.combine(row.last_day + timedelta(days=1), time.min, STOCKHOLM)
    elif row.clock[1] is None:
        end = start + timedelta(hours=1)
    return {
        "start": start.astimezone(STOCKHOLM).strftime(WALL_CLOCK),
        "end": end.astimezone(STOCKHOLM).strftime(WALL_CLOCK),
        "utc_start": start.astimezone(UTC).strftime(f"{WALL_CLOCK}Z"),
        "utc_end": end.astimezone(UTC).strftime(f"{WALL_CLOCK}Z"),
        "all_day": False,
    }


def _owners(page):
    """Its own network, and those listed ones that have said yes to it."""
    said_yes = Consent.objects.filter(page=page, kind="co_owner", answer="yes").values("network")
    listed = set(NetworkPage.objects.listed().filter(pk__in=said_yes).values_list("pk", flat=True))
    others = [owner.network for owner in page.co_owners.all() if owner.network_id != page.network_id]
    own = [page.network] if page.network else []
    return [network.title for network in [*own, *(one for one in others if one.pk in listed)]]
