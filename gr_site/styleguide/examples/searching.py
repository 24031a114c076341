from datetime import date

from django.utils.safestring import mark_safe

from search.finding.facet_links import Choice, Facet
from search.finding.form import SearchForm
from search.finding.hits import Hit
from search.finding.next_meeting import MeetingsOfPeriod, NextMeeting, Several

from .made import NOWHERE, paginated


def searching():
    """Hits of each kind, with the choices beside them and the links below."""
    kinds = [Choice("Nätverk", 4, NOWHERE, False, "network"), Choice("Möten", 12, NOWHERE, True, "meeting")]
    area = [Choice("Utbildning", 9, NOWHERE, True), Choice("Social välfärd", 7, NOWHERE, False)]
    network = _hit("network", "Nätverk", "<mark>Förskolenätverket</mark>", next_day=date(2026, 11, 27))
    network.meetings = [
        _hit("meeting", "Möte", "Barngruppernas storlek", when="fredag 27 november 2026"),
        _hit("meeting", "Möte", "Möte", when="fredag 9 oktober 2026", past=True, untitled=True),
    ]
    network.number, network.all_meetings = 14, NOWHERE
    return {
        "hit_groups": [
            network,
            _hit("meeting", "Möte", "Barngruppernas storlek", when="fredag 9 oktober 2026", past=True, cancelled=True),
        ],
        "told": [{"text": "Inga träffar på ”förskolla”. Visar ”förskola”.", "url": NOWHERE, "link": "Sök i stället"}],
        "facets": [Facet("typ", "Typ", kinds, NOWHERE), Facet("omrade", "Område", area, NOWHERE)],
        "chosen_days": [],
        "search_form": SearchForm(),
        "orders": [Choice("Bäst träff", 0, NOWHERE, True), Choice("Datum", 0, NOWHERE, False)],
        "pages": paginated(2, 3),
        "answers": [
            NextMeeting(
                "Förskolenätverket",
                NOWHERE,
                NOWHERE,
                url=NOWHERE,
                theme="Barngruppernas storlek",
                when="fredag 9 oktober 2026 kl. 13–15, Göteborg",
            ),
            Several(
                [
                    NextMeeting(
                        "Kulturchefer", NOWHERE, NOWHERE, url=NOWHERE, when="fredag 9 oktober 2026", past=True
                    ),
                    NextMeeting("Göta älvs vattenråd", NOWHERE, NOWHERE, past=True),
                ]
            ),
            MeetingsOfPeriod("Mars 2027", 12, "Förskolenätverket", "2027/3/"),
        ],
        "parameters": "q=exempel",
        "query": "forskola",
    }


def _hit(kind, label, title, when="", next_day=None, past=False, cancelled=False, untitled=False):
    text = mark_safe("Förskolechefer från alla tretton kommuner.")
    return Hit(
        kind, label, ["Förskolenätverket"] if kind == "meeting" else [], mark_safe(title),  # noqa: S308 - constants
        NOWHERE, text, mark_safe(when), next_day, past, cancelled, ["Utbildning"], "",  # noqa: S308 - constants
        untitled,
    )  # fmt: skip
