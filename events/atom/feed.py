"""Serves feeds of changes for news readers: Atom (RFC 4287), written by Django's feed generator.

An entry covers one event in one publication, so that twenty new dates are one piece of news. Ids are permanent
(urn:uuid). An entry is never rewritten, but it is left out while its page is hidden.
"""

from html import escape
from itertools import islice

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views import View
from wagtail.models import Site

from networks.models import NetworkPage
from networks.translation import address, shown_language

from ..feeds.components import absolute
from ..feeds.feed_language import asked_language, in_shown_language
from ..feeds.views import not_found
from ..ical.editions import Edition
from ..meeting_text.plain_text import plain
from ..models import FeedStamp, PublicChange
from ..models.stamps import ANY, network_stamp, page_stamp
from .entries import entries

LATEST = 50
KEEP = 3600  # seconds to keep a body for its next reader


class ChangesFeed(Atom1Feed):
    def latest_post_date(self):
        """When the newest entry was made. For an empty feed, when the site last changed (Django would say now)."""
        return super().latest_post_date() if self.items else self.feed["changed_at"]


class ChangesView(View):
    """``find`` gives ``(name, address of its page, changes)`` for the key in the address, or raises Http404. ``stamp``
    gives ``(number, changed_at)`` of the last change that can have changed the feed."""

    http_method_names = ["get", "head", "options"]
    find = None

    def get(self, request, **key):
        language = asked_language(request)
        with translation.override(language):
            edition = Edition(absolute(in_shown_language(request.path)), *self.stamp(**key))
            # Weak, because the compressing middleware makes it weak and a 304 must have the same ETag.
            etag, last_modified = f"W/{edition.etag(packed=False)}", edition.last_modified(timezone.now())
            try:
                if request.headers.get("If-None-Match", "").strip() == "*":
                    self.find(**key)  # ``If-None-Match: *`` must not give 304 for a feed that does not exist
                response = get_conditional_response(request, etag, last_modified) or self._full(edition, key)
            except Http404:
                return not_found(_("Här finns inget flöde. Det kan ha tagits bort, eller så är adressen fel."))
        response["ETag"] = etag
        if last_modified:
            response["Last-Modified"] = http_date(last_modified)
        response["Cache-Control"] = "public, max-age=300"
        response["Content-Language"] = language
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    def _full(self, edition, key):
        body = cache.get_or_set(f"atom-{edition.name}", lambda: self._written(edition, key), timeout=KEEP)
        return HttpResponse(body, content_type=ChangesFeed.content_type)

    def _written(self, edition, key):
        name, page_url, changes = self.find(**key)
        feed = ChangesFeed(
            title=_("%(name)s: ändringar") % {"name": _fit(name)},
            link=absolute(page_url),
            description="",
            language=shown_language(),
            author_name=_("Göteborgsregionens nätverk"),
            feed_url=edition.address,
            feed_guid=edition.address,
            changed_at=edition.changed_at or timezone.now(),
        )
        for entry in islice(entries(changes.public()), LATEST):
            feed.add_item(
                title=_fit(entry.title),
                link=absolute(entry.url),
                description="".join(f"<p>{escape(_fit(line))}</p>" for line in entry.lines),
                unique_id=entry.group.urn,
                pubdate=entry.changed_at,
                updateddate=entry.changed_at,
            )
        return feed.writeString("utf-8").encode()


class RegionChanges(ChangesView):
    @staticmethod
    def stamp():
        return FeedStamp.latest(ANY)

    @staticmethod
    def find():
        root = Site.objects.select_related("root_page").filter(is_default_site=True).first()
        return _("Göteborgsregionens nätverk"), address(root.root_page) if root else "/", PublicChange.objects.all()


class NetworkChanges(ChangesView):
    @staticmethod
    def stamp(key):
        return FeedStamp.latest(network_stamp(key), page_stamp(key))

    @staticmethod
    def find(key):
        listed = NetworkPage.objects.listed().of_source()
        network = listed.filter(translation_key=key).in_language().first()
        if network is None:
            raise Http404
        return network.title, address(network), PublicChange.objects.of_network(network)


def _fit(text):
    """``text`` on one line, without characters that XML forbids. No-break spaces stay."""
    return plain(text).replace("\n", " ")
