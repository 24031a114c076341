"""Keeps what could not be published or withdrawn at its time, until it can be or nobody wants it any more.

It is tried again after growing pauses. Those who may publish it are told once when it fails, and once when it works.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Revision

from networks.publication.each_alone import is_refused
from networks.publication.whole import publication

from ..upkeep.models import Setback
from . import setback_letters
from .pauses import pause


@dataclass(frozen=True)
class Matter:
    """``row`` (a plain Page for all pages) is to be published as ``revision`` says, or
    withdrawn where that is None."""

    row: object
    revision: Revision | None

    @property
    def key(self):
        content_type = ContentType.objects.get_for_model(type(self.row))
        return {"content_type": content_type, "object_id": str(self.row.pk), "revision": self.revision}


def try_once(matter, act):
    """What ``act()`` gives: whether it did something, in a publication of its own. Keeps a failure, and raises it."""
    try:
        with publication():
            done = act()
            if done:
                _settle(matter)
    except Exception as fault:
        if _is_of_the_page(fault):
            _note(matter, fault)
        raise
    return done


def waiting(now):
    """The setbacks whose next try is later than ``now``."""
    return Setback.objects.filter(not_before__gt=now)


def open_setbacks():
    """The setbacks that are still wanted. Somebody may have published the page by hand, or taken its time away."""
    publishing = Setback.objects.filter(revision__approved_go_live_at__isnull=False)
    expired = Page.objects.filter(live=True, expire_at__lt=timezone.now()).values_list("pk", flat=True)
    page = ContentType.objects.get_for_model(Page)
    withdrawing = Setback.objects.filter(revision=None)
    kept = withdrawing.exclude(content_type=page) | withdrawing.filter(object_id__in=[str(pk) for pk in expired])
    return publishing | kept


def forget_what_is_over():
    if Setback.objects.exists():
        Setback.objects.exclude(pk__in=open_setbacks().values("pk")).delete()


def _is_of_the_page(fault):
    """A database that is away, or busy, says nothing of the page: it is tried again in the next round."""
    return not isinstance(fault, DatabaseError) or isinstance(fault, IntegrityError) or is_refused(fault)


@transaction.atomic
def _note(matter, fault):
    now = timezone.now()
    with override(setback_letters.LANGUAGE):
        fresh = {"since": now, "not_before": now, "reason": _reason(fault)}
    setback, is_new = Setback.objects.get_or_create(**matter.key, defaults=fresh)
    setback.attempts += 1
    setback.not_before, setback.reason = now + pause(setback.attempts), fresh["reason"]
    setback.save()
    if is_new:
        setback_letters.tell_of_failure(matter, setback.reason)


def _settle(matter):
    if Setback.objects.filter(**matter.key).delete()[0]:
        setback_letters.tell_of_success(matter)


def _reason(fault):
    """What was wrong, for an editor."""
    if isinstance(fault, ValidationError):
        return " ".join(fault.messages).replace("\0", "")
    return _("Något på sidan går inte att läsa eller spara.")
