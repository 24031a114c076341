from datetime import date, time
from uuid import UUID

from django.utils import timezone

from events.days.month_grid import month_grid
from events.days.periods import Month
from events.models import EventPage, Occurrence

from .made import LONGEST, NOWHERE, document, network

DAY = date(2026, 11, 26)
GUIDE = "/stilguide/"
MONTH = Month(2026, 11)
NAMES = {
    "ocean": ("Förskolenätverket", "Utbildning"),
    "lingon": ("Chefer inom individ- och familjeomsorgen", "Social välfärd"),
    "amber": ("Arbetsmarknadschefer", "Arbetsmarknad"),
    "forest": (LONGEST, "Miljö och samhällsbyggnad"),
    "heather": ("FoU i Väst, samrådsgrupp barn", "FoU i Väst"),
    "stone": ("Förbundsstyrelsen", "Styrning och stab"),
}


def meeting(day=DAY, colour="ocean", title="Möten", place="Göteborgsregionen (GR)", documents=(), **fields):
    name, area = NAMES[colour]
    page = EventPage(title=title, start_time=time(8, 30), end_time=time(11, 30), place=place)
    page.text_language = "sv"
    page.get_url = lambda request=None: GUIDE
    page.network = network(name, area, colour)
    made = Occurrence(page=page, start_date=day, translation_key=UUID(int=0), **fields)
    made.get_absolute_url = lambda: NOWHERE
    for name in documents:
        made._state.fields_cache[name] = document()  # a real Wagtail document would link to a missing file
    made.compute()
    return made


def meetings():
    """Rows in every state: ``rows`` as in the calendar, ``own`` as on a network's page."""
    cancelled = meeting(date(2026, 12, 2), "lingon", theme="Våld i nära relationer", status="cancelled")
    cancelled.reason = "För få anmälda."
    moved = meeting(date(2026, 12, 3), "amber", theme="Ny ansökan", moved_from=date(2026, 11, 12))
    moved.note = "Ta med dator."
    tentative = meeting(date(2026, 12, 9), "forest", status="tentative", format="hybrid", documents=["agenda"])
    days = meeting(date(2026, 12, 14), "heather", title="Utbildningsdagar", end_date=date(2026, 12, 15))
    confirmed = meeting(theme="Verksamhetsrapporten och nästa års plan", documents=["agenda", "minutes"])
    same_day = meeting(colour="stone", start_time=time(13), end_time=time(15), format="online", place="Teams")
    untimed = meeting(date(2026, 12, 17), timing="to_be_announced")
    return {
        "states": [confirmed, tentative, cancelled, moved],
        "rows": [confirmed, same_day, cancelled, moved, tentative, days, untimed],
        "own": [
            meeting(date(2026, 2, 6)),
            meeting(theme="Barngruppernas storlek"),
            meeting(date(2026, 12, 4), place=""),
        ],
        "next_meeting": confirmed,
        "before": meeting(date(2026, 10, 9)),
        "after": meeting(date(2026, 12, 11)),
        "today": DAY,
        "event": confirmed.page,
    }


def calendar():
    """A month with an empty, a full and a red day, as a grid and as a picture."""
    rows = [
        *(meeting(date(2026, 11, day), colour) for day, colour in ((4, "forest"), (11, "ocean"), (11, "lingon"))),
        *(meeting(date(2026, 11, 19), colour) for colour in ("ocean", "forest", "heather", "stone")),
        meeting(date(2026, 11, 24), "lingon", status="cancelled"),
        meeting(date(2026, 11, 30), "amber", status="tentative"),
    ]
    totals = {day: sum(row.start_date == day for row in rows) for day in {row.start_date for row in rows}}
    totals[date(2026, 11, 19)] += 2
    return {
        "month": MONTH,
        "weeks": month_grid(MONTH, rows, totals, DAY),
        "occurrences": rows,
        "calendar_url": NOWHERE,
        "feed_url": "/ics/regionen.ics",
        "view": "month",
        "months": [(MONTH, rows), (MONTH.shifted(1), [])],
        "previous_url": NOWHERE,
        "next_url": NOWHERE,
        "shown_month": MONTH,
        "shown_year": 2026,
        "changes_at": timezone.now(),
    }
