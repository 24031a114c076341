"""A version of a feed in terms of HTTP's validators (RFC 9110 sections 8.8 and 12.5.3). Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from ..days.zone import midnight

FORMAT = 2  # part of every ETag: raise it when the way a feed's heading is written changes


@dataclass(frozen=True)
class Edition:
    """Everything that a feed's bytes depend on, known without reading any meeting.

    ``number`` and ``changed_at`` (aware, or None) come from the feed's stamp. ``today`` is the local date if the
    feed's contents depend on it, else None.
    """

    address: str
    number: int
    changed_at: datetime | None
    today: date | None = None

    @property
    def name(self) -> str:
        values = (FORMAT, self.address, self.number, str(self.changed_at), str(self.today))
        return sha256(repr(values).encode()).hexdigest()[:32]

    def etag(self, *, packed: bool) -> str:
        """A strong ETag, which differs between the compressed and the plain bytes."""
        return f'"{self.name}-gzip"' if packed else f'"{self.name}"'

    def last_modified(self, now: datetime) -> int | None:
        """Seconds since 1970. None during the second of the change itself, since another change may follow within it.

        A feed that depends on today's date also changes at midnight.
        """
        moments = [self.changed_at, midnight(self.today) if self.today else None]
        latest = max((moment for moment in moments if moment), default=None)
        return int(latest.timestamp()) if latest and now - latest > timedelta(seconds=1) else None


def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header accepts gzip: names it, without the weight 0."""
    for part in header.lower().split(","):
        coding, _, weight = part.partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "").rstrip("0") not in ("q=", "q=0.")
    return False
