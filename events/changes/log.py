"""Writes the public log, in the same transaction as the publication that made the change."""

from uuid import uuid4

from networks.models import NetworkPage
from networks.models.choices import DocumentAccess

from ..models import CalendarObject, EventPage, PublicChange
from ..models.change_kinds import ChangeKind
from .meeting_states import appearance, as_removed, differences, disappearance, is_told_as_removed


class EventLog:
    """Collects public changes in some events (primary keys) at ``now`` (aware) and writes them together.

    Two or three queries to begin and one to write.
    """

    def __init__(self, event_ids, now):
        rows = EventPage.objects.listed().filter(pk__in=event_ids)
        keys = rows.values_list("pk", "translation_key", "network__translation_key")
        self._now = now
        self._events = {
            pk: {"event_key": event, "network_key": network, "group": uuid4()} for pk, event, network in keys
        }
        self._entries = []

    def note(self, known, state, moved_from=None):
        """Note that a published meeting is now in ``state``. What is not public yet is logged once it becomes so."""
        if known.event_id not in self._events or state == known.state:
            return
        if known.state is None:
            self._add(known, appearance(state, moved_from))
        elif known.state:
            self._add(known, differences(known.state, state))
        known.state = state

    def note_removal(self, known):
        if known.event_id in self._events and known.state is not None:
            if known.state and not is_told_as_removed(known.state):
                self._add(known, [disappearance(known.state)])
            known.state = None

    def _add(self, known, found):
        about = self._events[known.event_id]
        self._entries += [
            PublicChange(uid=known.uid, changed_at=self._now, **about, **change._asdict()) for change in found
        ]

    def write(self):
        PublicChange.objects.bulk_create(self._entries, batch_size=100)


def expect_again(event_ids):
    """Let meetings that the log tells are removed be told as back when their events (primary keys) next are public."""
    stored = list(CalendarObject.objects.filter(event__in=event_ids))
    latest = {
        change.uid: change.kind
        for change in PublicChange.objects.filter(uid__in=[known.uid for known in stored]).order_by("changed_at", "pk")
    }
    gone = [known for known in stored if known.state and latest.get(known.uid) == ChangeKind.REMOVED]
    for known in gone:
        known.state = as_removed(known.state)
    CalendarObject.objects.bulk_update(gone, ["state"], batch_size=100)


def note_page(network, now):
    """Log that a reader of the network's page would notice a change at ``now`` (aware), with any new documents."""
    listed = NetworkPage.objects.listed().of_source()
    if not listed.filter(pk=network.pk).exists():
        return
    about = {"network_key": network.translation_key, "changed_at": now, "group": uuid4()}
    documents = {str(key): title for key, title in _documents(network)}
    earlier = PublicChange.objects.filter(event_key=None, network_key=network.translation_key).first()
    new = {} if earlier is None else {key: documents[key] for key in documents.keys() - earlier.after["documents"]}
    kind = ChangeKind.DOCUMENTS if new else ChangeKind.PAGE_UPDATED
    if earlier is None and not network.content_fingerprint:
        kind = ChangeKind.NEW_PAGE
    PublicChange.objects.create(**about, kind=kind, after={"documents": documents, "new": sorted(new.values())})


def _documents(network):
    rows = network.documents.all()
    return [(row.document_id, row.title) for row in rows if row.document_id and row.access == DocumentAccess.PUBLIC]
