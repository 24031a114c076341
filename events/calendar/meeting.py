"""A meeting's own page."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from ..changes.folding import folded
from ..feeds.addresses import named
from ..feeds.contents import event_name
from ..feeds.feed_language import in_shown_language
from ..models import Occurrence, PublicChange
from ..models.change_kinds import ChangeKind


def occurrence(request, key):
    """The page of the meeting with the permanent key ``key``. 404 if it is withdrawn or its page is not public."""
    shown = Occurrence.objects.public().with_pages().filter(translation_key=key).first()
    if shown is None:
        raise Http404
    event, day = shown.page, shown.start_date.isoformat()
    siblings = Occurrence.objects.public().filter(page=shown.page_id).with_pages()
    log = list(PublicChange.objects.of_meeting(key))
    context = {
        "occurrence": shown,
        "event": event,
        "introduction": (event.translation.specific if hasattr(event, "translation") else event).introduction,
        "owners": event.owners(),
        "today": timezone.localdate(),
        "previous": siblings.filter(starts_at__lt=shown.starts_at).order_by("-starts_at").first(),
        "next": siblings.filter(starts_at__gt=shown.starts_at).order_by("starts_at").first(),
        "feed_url": in_shown_language(named("occurrence", event_name(event), key, day=day)),
        "changes": _told(log),
        "updated_at": log[0].changed_at if log else None,
    }
    return render(request, "events/occurrence.html", context)


def _told(log):
    """The meeting's log, latest first; ``[]`` if nothing has changed since it was first published."""
    return folded(log) if any(change.kind != ChangeKind.NEW for change in log) else []
