"""What must hold after any death: nothing stale, nothing half, nothing undone, nothing twice, nothing unlogged."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from events.feeds.components import differing
from events.models import CalendarObject, EventPage, PublicChange
from gr_site.upkeep.models import Chore
from networks.models import Letter, NetworkPage
from search.indexing.writing import all_keys, wrong_rows

_ID = re.compile(r"^Message-ID: (\S+)$", re.MULTILINE)
PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
WITHDRAWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled")


class Remains:
    """Looks at the site again and again. It remembers each feed and each page, as a calendar program would."""

    def __init__(self):
        self.feeds = {}
        self.pages = set()
        self.look()

    def look(self):
        """``Counter`` of the kinds of remains; empty if there are none."""
        cache.clear()  # the other process had its own
        found = Counter()
        found["stale feeds"] = len(differing(EventPage.objects.values_list("pk", flat=True))) + self._wrong_304s()
        found["stale search"] = wrong_rows(all_keys())
        found["half"] = sum(map(bool, Page.find_problems())) + sum(_is_half(page) for page in _contents())
        found["undone"] = Chore.objects.filter(ended=None).count() + _late_letters()
        found["letters sent twice"] = _sent_twice()
        found["unlogged"] = _unlogged_states() + self._unlogged_deletions() + _unlogged_meetings()
        return +found

    def _wrong_304s(self):
        client, wrong = Client(), 0
        keys = NetworkPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        paths = [reverse("feeds:network", args=[key]) for key in keys.values_list("translation_key", flat=True)]
        for path in [reverse("feeds:region"), *paths]:
            etag, body = self.feeds.get(path, ("", b""))
            now = client.get(path)
            unchanged = client.get(path, headers={"If-None-Match": etag}).status_code == 304
            wrong += unchanged and now.content != body
            if now.status_code == 200:
                self.feeds[path] = now["ETag"], now.content
        return wrong

    def _unlogged_deletions(self):
        there = set(Page.objects.values_list("pk", flat=True))
        gone, self.pages = self.pages - there, there
        logged = PageLogEntry.objects.filter(page__in=gone, action="wagtail.delete").values("page").distinct()
        return len(gone) - logged.count()


def _contents():
    return [page for model in (EventPage, NetworkPage) for page in model.objects.select_related("live_revision")]


def _is_half(page):
    """Whether a page's rows are those of another version than the page itself, or in another place of the tree."""
    if not page.live:
        return page.live_revision_id is not None
    parent = page.get_parent()
    misplaced = page.url_path != f"{parent.url_path}{page.slug}/"
    if isinstance(page, EventPage):
        misplaced |= page.network_id != parent.pk
    published = page.live_revision.as_object()
    return misplaced or _words(page) != _words(published)


def _words(page):
    rows = page.occurrences.all() if isinstance(page, EventPage) else []
    fields = ("translation_key", "start_date", "status", "place", "theme")
    return page.title, sorted(str([getattr(row, name) for name in fields]) for row in rows)


def _unlogged_states():
    """Pages whose last line in Wagtail's log does not say what they are: published, withdrawn, moved, restricted."""
    entries = defaultdict(list)
    for entry in PageLogEntry.objects.order_by("timestamp", "pk"):
        entries[entry.page_id].append(entry)
    return sum(not _is_told(page, entries[page.pk]) for page in _contents())


def _is_told(page, entries):
    actions = Counter(entry.action for entry in entries)
    restrictions = PageViewRestriction.objects.filter(page=page.pk).count()
    if actions["wagtail.view_restriction.create"] - actions["wagtail.view_restriction.delete"] != restrictions:
        return False
    moves = [entry.data["destination"]["id"] for entry in entries if entry.action == "wagtail.move"]
    if moves and moves[-1] != page.get_parent().pk:
        return False
    if page.live:
        logged = {entry.revision_id for entry in entries if entry.action in PUBLISHED}
        return page.live_revision_id in logged or (actions["wagtail.copy"] > 0 and not logged)
    changes = [entry.action for entry in entries if entry.action in PUBLISHED + WITHDRAWN]
    return page.first_published_at is None or changes == [] or changes[-1] in WITHDRAWN


def _late_letters():
    return Letter.objects.filter(state=Letter.State.WAITING, due__lte=timezone.now(), attempts=0).count()


def _sent_twice():
    files = Path(settings.EMAIL_FILE_PATH).iterdir()
    sent = Counter(letter for file in files for letter in _ID.findall(file.read_text()))
    return sum(number > 1 for number in sent.values())


def _unlogged_meetings():
    told = CalendarObject.objects.filter(event__live=True).exclude(state=None)
    return told.exclude(uid__in=PublicChange.objects.exclude(uid=None).values("uid")).count()
