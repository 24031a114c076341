"""One version of one feed, as HTTP tells versions apart (RFC 9110 sections 8.8 and 12.5.3). Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from ..days.zone import midnight

FORMAT = 1  # part of every ETag: raise it when a feed's heading is written in another way


@dataclass(frozen=True)
class Edition:
    """What a feed's bytes depend on, known without reading any meeting.

    ``number`` and ``changed_at`` (aware, or None) are the stamp's. ``today`` is the local date for a feed whose
    contents move with it, else None.
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
        """A strong ETag: the compressed and the plain bytes have each their own."""
        return f'"{self.name}-gzip"' if packed else f'"{self.name}"'

    def last_modified(self, now: datetime) -> int | None:
        """Seconds since 1970; None while the second of the change lasts, for then another may follow in it.

        What moves with today's date changes at midnight too.
        """
        moments = [self.changed_at, midnight(self.today) if self.today else None]
        latest = max((moment for moment in moments if moment), default=None)
        return int(latest.timestamp()) if latest and now - latest > timedelta(seconds=1) else None


def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header names gzip, and not with the weight 0 that refuses it."""
    for part in header.lower().split(","):
        coding, _, weight = part.partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "").rstrip("0") not in ("q=", "q=0.")
    return False
