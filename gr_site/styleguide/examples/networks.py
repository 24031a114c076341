from datetime import date
from types import SimpleNamespace

from networks.text.start import Start

from .made import LONGEST, NOWHERE, document, network
from .meetings import meeting


def networks():
    """A network's facts, people and documents, and rows of the list of networks."""
    closed = network("Framtidsnätverket", status="closed", kind="network")
    listed = network("Förskolenätverket")
    listed.next_meeting = meeting()
    start = Start(year=2010, season="autumn")
    return {
        "listed": [listed, network(LONGEST), closed],
        "facts": SimpleNamespace(
            earlier_names=SimpleNamespace(all=[SimpleNamespace(name="Barnomsorgsnätverket", until=2012)]),
            start=start,
            get_start_season_display="hösten",
            responsible_authority="Göteborgsregionen",
            status="paused",
            status_since=date(2026, 8, 1),
            contact_email="natverk@gr.example",
        ),
        "paused": SimpleNamespace(title="Framtidsnätverket", status_reason="Vi väntar på ett nytt uppdrag."),
        "successor": network(),
        "related": [
            ("Rapporterar till", [network("Utbildningschefsnätverket")]),
            ("Samverkar med", [network(LONGEST)]),
        ],
        "owners": [network(), network("Framtidsnätverket")],
        "members": _members(),
        "documents": _documents(),
        "contacts": [
            SimpleNamespace(
                name="Kim Exempel", title="Utvecklingsledare", email="kim@gr.example", phone="031-00 00 00"
            )
        ],
        "statements": [
            (SimpleNamespace(title="Gemensam text", text="<p>Nätverken i GR bereder frågor.</p>"), network())
        ],
        "groups": [
            (network().area, [(network(), "f", True), (network(LONGEST), "s", False)]),
            (network(colour="lingon", area="Social välfärd").area, [(closed, "c", False)]),
        ],
        "most": 30,
    }


def _members():
    def member(name, title="", role="member", shown="Ledamot", **fields):
        parts = {"party": "", "vacant": False, "organisation": "Mölndals stad"} | fields
        return SimpleNamespace(public_name=name, title=title, role=role, get_role_display=shown, **parts)

    return [
        member("Alex Exempel", "verksamhetschef", "chair", "Ordförande"),
        member("Robin Påhittad", party="S", organisation="Kungälvs kommun"),
        member("", vacant=True),
        member("", role="deputy", shown="Ersättare"),
    ]


def _documents():
    return [
        SimpleNamespace(
            title="Uppdragsbeskrivning", url=NOWHERE, document=document(), registry_number="2026-00123", dated=None
        ),
        SimpleNamespace(title="Minnesanteckningar", url=NOWHERE, document=document("docx"), dated=date(2026, 4, 24)),
        SimpleNamespace(title="Avtal", url="", document=None, registry_number="2020-00007", dated=None),
    ]
