"""Fetches feeds as a calendar program does, which keeps the last answer and asks whether it still holds."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

_UNFOLD = re.compile(rb"\r\n[ \t]")
_STAMPS = re.compile(rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n", re.MULTILINE)
_COUNTED = re.compile(rb"^(?:DTSTART|DTEND|STATUS|LOCATION|DURATION)[:;].*$", re.MULTILINE)


@dataclass
class Reply:
    etag: str
    last_modified: str
    body: bytes


class Subscriber:
    """``get(address)`` fetches as a program that subscribes, and stops the run at a wrong 304 or a shared ETag."""

    def __init__(self, client):
        self.client, self.kept = client, {}
        self.bytes_of, self.turns = {}, count()

    def get(self, address):
        response = self.client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        reply = Reply(response["ETag"], response.headers.get("Last-Modified", ""), response.content)
        known = self.bytes_of.setdefault((address, reply.etag), reply.body)
        assert known == reply.body, f"{address}: one ETag for two contents"
        if before := self.kept.get(address):
            self._ask_again(address, before, reply)
        self.kept[address] = reply
        return reply.body

    def _ask_again(self, address, before, now):
        """Ask whether the kept answer still holds. Where it does, one feed in five is asked, since that is cheap to
        get right and dear to try."""
        if before.body != now.body:
            self._ask(address, {"If-None-Match": before.etag}, 200)
            if before.last_modified:
                self._ask(address, {"If-Modified-Since": before.last_modified}, 200)
        elif next(self.turns) % 5 == 0:
            self._ask(address, {"If-None-Match": now.etag}, 304)

    def _ask(self, address, headers, status):
        response = self.client.get(address, headers=headers)
        assert response.status_code == status, f"{address} {headers}: {response.status_code}"


@dataclass(frozen=True)
class Version:
    """What a VEVENT says of its own version. ``counted`` is what SEQUENCE counts, ``words`` all but the stamps."""

    sequence: int
    modified: datetime
    counted: tuple[bytes, ...]
    words: bytes

    @classmethod
    def of(cls, component):
        text = _UNFOLD.sub(b"", component)
        values = dict(line.split(":", 1) for line in text.decode().split("\r\n") if ":" in line)
        return cls(
            int(values.get("SEQUENCE", "0")),
            datetime.strptime(values["LAST-MODIFIED"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC),
            tuple(sorted(_COUNTED.findall(text))),
            _STAMPS.sub(b"", text),
        )

    def check_after(self, before, uid):
        """Neither stamp falls, and each rises with what it counts."""
        assert self.sequence >= before.sequence, f"{uid}: SEQUENCE fell from {before.sequence} to {self.sequence}"
        assert self.modified >= before.modified, f"{uid}: LAST-MODIFIED fell to {self.modified}"
        if self.counted != before.counted:
            assert self.sequence > before.sequence, f"{uid}: SEQUENCE is still {self.sequence}: {self.counted}"
        if self.words != before.words:
            assert self.modified > before.modified, f"{uid}: LAST-MODIFIED is still {self.modified}"


def local(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if isinstance(moment, datetime) else "%Y-%m-%d")


def utc(moment):
    aware = isinstance(moment, datetime) and moment.tzinfo
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if aware else None
