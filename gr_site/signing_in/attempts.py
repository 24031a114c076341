"""Limits on wrong passwords and codes: so many in so many minutes, for a name at one address, an address, a page.

They are counted in the database and not in the cache: each process has its own cache here, and nobody can list what is
in one. A name is only ever locked for the address that tried it, so that nobody can lock an editor out from afar.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from allauth.core.internal.ratelimit import truncate_ip
from django.contrib.auth import get_user_model
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Attempts

# Sent when a limit is reached: ``kind`` ("name", "address", "code", "page") and ``user``, who may be None.
locked = Signal()


class Limit(NamedTuple):
    number: int
    minutes: float


LIMITS = {
    "name": Limit(5, 5),
    "address": Limit(50, 15),
    "code": Limit(5, 5),
    "page": Limit(10, 10),
    "used code": Limit(1, 2),
}


class Counter(NamedTuple):
    """What is counted: a kind of ``LIMITS``, what tells it from others of that kind, and whose it is."""

    kind: str
    key: str
    user_id: int | None = None

    @classmethod
    def at(cls, ip: str, kind: str, what: str = "", user_id: int | None = None) -> "Counter":
        """What is counted for each address. Whoever has an IPv6 address has its whole network of them."""
        return cls(kind, f"{what}\n{truncate_ip(_unmapped(ip))}", user_id)

    @property
    def hashed(self) -> str:
        return salted_hmac(f"gr_site.signing_in.{self.kind}", self.key, algorithm="sha256").hexdigest()


def at_log_in(name: str, ip: str) -> tuple[Counter, Counter]:
    """The counters of a log-in. A user's name and her e-mail address count as one, or she had twice as many tries."""
    name = name.strip().casefold()
    users = get_user_model().objects.filter(Q(username__iexact=name) | Q(email__iexact=name)) if name else ()
    user_id = users[0].pk if len(users) == 1 else None
    who = name if user_id is None else f"\n{user_id}"
    return Counter.at(ip, "name", who, user_id), Counter.at(ip, "address")


def _unmapped(ip: str) -> str:
    """An IPv4 address that is written as an IPv6 one (RFC 4291, section 2.5.5.2) is no network of many."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ip
    return str((isinstance(address, IPv6Address) and address.ipv4_mapped) or address)


def take(*counters: Counter) -> float:
    """Count one attempt for each. Gives 0, or the seconds to wait if one had none left: then none is counted."""
    now = timezone.now()
    Attempts.objects.filter(until__lte=now).delete()
    for place, counter in enumerate(counters):
        if wait := _count(counter, now):
            give_back(*counters[:place])
            return wait
    return 0


def give_back(*counters: Counter) -> None:
    """Take back one attempt for each: the password was right."""
    for counter in counters:
        Attempts.objects.filter(key=counter.hashed, number__gt=0).update(number=F("number") - 1)


def locks_of(user) -> list[Attempts]:
    """Where she has to wait now."""
    return list(Attempts.objects.filter(user=user, until__gt=timezone.now(), number__gte=LIMITS["name"].number))


def forgive(user) -> None:
    """Unlock her everywhere."""
    Attempts.objects.filter(user=user).delete()


def _count(counter: Counter, now) -> float:
    """One statement compares and counts, so that many attempts at a time cannot all find the last one free."""
    limit = LIMITS[counter.kind]
    new = {"until": now + timedelta(minutes=limit.minutes), "user_id": counter.user_id}
    row, _ = Attempts.objects.get_or_create(key=counter.hashed, defaults=new)
    if not Attempts.objects.filter(pk=row.pk, number__lt=limit.number).update(number=F("number") + 1):
        return (row.until - now).total_seconds()
    if row.number + 1 == limit.number and counter.kind != "used code":
        locked.send(Counter, kind=counter.kind, user=row.user)
    return 0
