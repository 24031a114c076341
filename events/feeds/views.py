"""Serves the feeds over HTTP. An unchanged feed is answered from the stamp, before any meeting is read."""

from django import forms
from django.core.cache import cache
from django.http import Http404, HttpResponse, HttpResponseNotFound
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views import View
from isal import igzip

from ..ical.editions import Edition, accepts_gzip
from ..ical.vcalendar import enclosed
from ..models import FeedStamp
from ..models.stamps import ANY, REGION, area_stamp, event_stamp, network_stamp
from ..selection.addresses import selection_query
from ..selection.short_keys import beginnings
from ..selection.stamps import stamps_of
from . import fetches
from .addresses import unnamed
from .components import absolute
from .contents import (
    area_feed,
    event_feed,
    my_networks_feed,
    network_feed,
    occurrence_feed,
    region_feed,
    selection_feed,
)
from .feed_language import asked_language, in_shown_language

KEEP = 3600  # seconds to keep a compressed body for its next reader


class FeedOptions(forms.Form):
    """The options of a feed's address. Others are ignored, because programs may add parameters of their own."""

    installda = forms.ChoiceField(choices=[("", ""), ("nej", "nej")], required=False)

    @property
    def without_cancelled(self):
        return self.is_valid() and self.cleaned_data["installda"] == "nej"


class FeedView(View):
    """One kind of feed. ``find`` gives the ``Feed`` for the key in the address, or None. ``moving`` says whether its
    contents depend on today's date, and ``shared`` whether many people read it. The name in the address is ignored."""

    http_method_names = ["get", "head", "options"]
    find = None
    moving = True
    shared = True

    def get(self, request, name="", **key):
        language = asked_language(request)
        with translation.override(language):
            try:
                response = self._respond(request, key)
            except Http404:
                response = no_such_feed(request)
        response["Content-Language"] = language
        patch_vary_headers(response, ["Accept-Encoding"])
        fetches.note(request, response)
        return response

    def _respond(self, request, key):
        without_cancelled = bool(request.GET) and FeedOptions(request.GET).without_cancelled
        edition = self._edition(self.address(request, key), self.stamp(**key), without_cancelled)
        packed = accepts_gzip(request.META.pop("HTTP_ACCEPT_ENCODING", ""))
        etag, last_modified = edition.etag(packed=packed), edition.last_modified(timezone.now())
        if request.headers.get("If-None-Match", "").strip() == "*":
            self._found(key)  # ``If-None-Match: *`` must not give 304 for a feed that does not exist
        response = get_conditional_response(request, etag, last_modified)
        response = response or self._full(edition, key, without_cancelled, packed)
        response["ETag"] = etag
        if last_modified:
            response["Last-Modified"] = http_date(last_modified)
        response["Cache-Control"] = "public, max-age=300"
        return response

    def address(self, request, key):
        """The part of the request that decides the feed's contents, apart from the options."""
        return unnamed(request.resolver_match.url_name, **key)

    @staticmethod
    def stamp(**key):
        """``(number, changed_at)`` of the last change that can have changed the feed. One query."""
        raise NotImplementedError

    def _edition(self, address, stamp, without_cancelled):
        today = timezone.localdate() if self.moving else None
        return Edition(_with_options(address, without_cancelled), *stamp, today)

    def _full(self, edition, key, without_cancelled, packed):
        """The feed itself. Compressed here, since Django's middleware weakens the ETag and ignores quality values."""
        filename, body = self._shared(edition, key, without_cancelled)
        response = HttpResponse(
            body if packed else igzip.decompress(body), content_type="text/calendar; charset=utf-8"
        )
        response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
        if packed:
            response["Content-Encoding"] = "gzip"
        return response

    def _shared(self, edition, key, without_cancelled):
        """``(file name, compressed bytes)``, built once for each edition of a feed that many people share."""
        if not (self.moving and self.shared):
            return self._written(edition, key, without_cancelled)
        return cache.get_or_set(
            f"feed-{edition.name}", lambda: self._written(edition, key, without_cancelled), timeout=KEEP
        )

    def _written(self, edition, key, without_cancelled):
        feed = self._found(key)
        components = feed.components(edition.today, without_cancelled)
        body = enclosed(feed.heading(_with_options(feed.address, without_cancelled)), components)
        return feed.file_name, _packed(body)

    def _found(self, key):
        feed = self.find(**key)
        if feed is None:
            raise Http404
        return feed


class RegionFeed(FeedView):
    find = staticmethod(region_feed)

    @staticmethod
    def stamp():
        return FeedStamp.latest(REGION)


class AreaFeed(FeedView):
    find = staticmethod(area_feed)

    @staticmethod
    def stamp(key):
        return FeedStamp.latest(area_stamp(key))


class NetworkFeed(FeedView):
    find = staticmethod(network_feed)

    @staticmethod
    def stamp(key):
        return FeedStamp.latest(network_stamp(key))


class EventFeed(FeedView):
    find = staticmethod(event_feed)
    moving = False

    @staticmethod
    def stamp(key):
        return FeedStamp.latest(event_stamp(key))


class OccurrenceFeed(FeedView):
    find = staticmethod(occurrence_feed)
    moving = False

    @staticmethod
    def stamp(key):
        return FeedStamp.latest(ANY)  # the key does not say whose meeting it is


class SelectionFeed(FeedView):
    find = staticmethod(selection_feed)
    shared = False

    @staticmethod
    def stamp(query):
        keys, networks, begun = stamps_of(query)
        return FeedStamp.latest(*keys, beginnings=networks, begun=begun)

    def get(self, request, name=""):
        return super().get(request, query=selection_query(request.GET))

    def address(self, request, key):
        return f"{unnamed('selection')}?{key['query']}"


class MyNetworksFeed(FeedView):
    find = staticmethod(my_networks_feed)
    shared = False

    @staticmethod
    def stamp(text):
        return FeedStamp.latest(beginnings=beginnings(text))


def _with_options(address, without_cancelled):
    if without_cancelled:
        address += ("&" if "?" in address else "?") + "installda=nej"
    return absolute(in_shown_language(address))


def _packed(body):
    """``body`` as gzip without a timestamp. isal takes a fifth of zlib's time for the same size."""
    return igzip.compress(body, compresslevel=2, mtime=0)


def no_such_feed(request, rest=""):
    with translation.override(asked_language(request)):
        return not_found(_("Här finns ingen kalender. Den kan ha tagits bort, eller så är adressen fel."))


def not_found(text):
    """A 404 in plain text, since calendar programs and news readers do not show HTML pages."""
    return HttpResponseNotFound(f"{text}\n", content_type="text/plain; charset=utf-8")
