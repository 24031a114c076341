"""What calendar programs remember of the site, for as long as a run lasts."""

from events.models import PublicChange

from .checks.feeds import addresses, check_meetings, check_reading, components
from .checks.fetching import Subscriber, Version
from .withdrawn import Withdrawn

EVERYTHING = {"/ics/regionen.ics", "/ics/regionen.ics?sprak=en"}


class Ledger:
    """``owner`` is ``{uid: the event's key}`` of every UID that has been public. It belongs to that event for ever."""

    def __init__(self, client):
        self.subscriber, self.client = Subscriber(client), client
        self.owner, self.versions, self.sound = {}, {}, set()
        self.withdrawn = Withdrawn()

    def check(self, table):
        for uid, meeting in table.items():
            known = self.owner.setdefault(uid, meeting.event_key)
            assert known == meeting.event_key, f"{uid} has become a meeting of another event"
        self.withdrawn.note(table)
        held, hidden = addresses()
        told = {}
        for address, holds in held.items():
            self._check_feed(address, {str(uid) for uid, one in table.items() if holds(one)}, table, told)
        for address in hidden:
            assert self.client.get(address).status_code == 404, f"{address} is not hidden"

    def _check_feed(self, address, wanted, table, told):
        body = self.subscriber.get(address)
        language = "en" if "sprak=en" in address else "sv"
        found = components(body)
        withdrawn = self._withdrawn(found, table)
        if address in EVERYTHING:
            lacking = self.withdrawn.owed() - set(withdrawn)
            assert not lacking, f"{address} does not tell that {lacking} were deleted"
        for uid in withdrawn:
            self._check_version(language, uid, found.pop(uid))
        assert found.keys() == wanted, _difference(address, found, wanted, table)
        for uid, text in found.items():
            other = told.setdefault((language, uid), text)
            assert text == other, f"{address} says something else of {uid}:\n{text.decode()}\n{other.decode()}"
        new = {uid for uid, text in found.items() if not self._is_known(language, uid, text, table)}
        if new or (address, body) not in self.sound:
            calendar = check_reading(body)
            if language == "sv":
                check_meetings(calendar, new)
        self.sound.add((address, body))

    def _is_known(self, language, uid, text, table):
        """Whether the text and the row have been compared before. A new text is held against the one before it."""
        self._check_version(language, uid, text)
        compared = (language, text, next(one for key, one in table.items() if str(key) == uid))
        known = compared in self.sound
        self.sound.add(compared)
        return known

    def _check_version(self, language, uid, text):
        now = Version.of(text)
        if before := self.versions.get((language, uid)):
            now.check_after(before, uid)
        self.versions[language, uid] = now

    def _withdrawn(self, found, table):
        """The meetings that were public and are told as cancelled, since they or their page are deleted.

        What two editors publish and take away at once was public in between, of which only the public log knows.
        """
        shown, known = {str(uid) for uid in table}, {str(uid) for uid in self.owner} | published()
        return [uid for uid in found.keys() & known - shown if b"\r\nSTATUS:CANCELLED\r\n" in found[uid]]


def published():
    """The UIDs, as texts, of which the public log says that they have been new."""
    return {str(uid) for uid in PublicChange.objects.filter(kind="new").values_list("uid", flat=True)}


def _difference(address, found, wanted, table):
    lacks = [str(one) for key, one in table.items() if str(key) in wanted - found.keys()]
    more = [found[uid].decode() for uid in found.keys() - wanted]
    return f"{address} lacks {lacks} and holds besides {more}"
