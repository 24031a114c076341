"""A meeting's own page."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from networks.restrictions.closed_paths import is_closed
from networks.restrictions.doors import has_passed

from ..changes.folding import folded
from ..feeds.addresses import named
from ..feeds.contents import event_name
from ..feeds.feed_language import in_shown_language
from ..models import Occurrence, PublicChange
from ..models.change_kinds import ChangeKind


def occurrence(request, key):
    """The page of the meeting with the permanent key ``key``. 404 if it is withdrawn or its page is not live, and to
    those who may not read its page."""
    shown = Occurrence.objects.live().with_pages().filter(translation_key=key).first()
    closed = shown is not None and is_closed(shown.page)
    if shown is None or (closed and not has_passed(request, shown.page.path)):
        raise Http404
    event, day = shown.page, shown.start_date.isoformat()
    siblings = Occurrence.objects.shown_on(event).filter(page=shown.page_id).with_pages()
    log = list(PublicChange.objects.of_meeting(key))
    context = {
        "occurrence": shown,
        "event": event,
        "introduction": (event.translation.specific if hasattr(event, "translation") else event).introduction,
        "owners": event.owners(),
        "today": timezone.localdate(),
        "previous": siblings.filter(starts_at__lt=shown.starts_at).order_by("-starts_at").first(),
        "next": siblings.filter(starts_at__gt=shown.starts_at).order_by("starts_at").first(),
        "feed_url": "" if closed else in_shown_language(named("occurrence", event_name(event), key, day=day)),
        "closed": closed,
        "changes": _told(log),
        "updated_at": log[0].changed_at if log else None,
    }
    response = render(request, "events/occurrence.html", context)
    if closed:
        add_never_cache_headers(response)
    return response


def _told(log):
    """The meeting's log, latest first; ``[]`` if nothing has changed since it was first published."""
    return folded(log) if any(change.kind != ChangeKind.NEW for change in log) else []
