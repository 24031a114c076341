import os
from time import monotonic

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse, HttpResponseNotFound
from django.utils.crypto import constant_time_compare
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from .requests import count
from .state import SiteState


class Metrics:
    """Counts requests, and answers ``/metrics`` to whoever knows ``METRICS_TOKEN``; without one it does neither.

    As the first middleware but for those of the log and of health, it sees what others answer: refused and unchanged
    requests, files, faults. A scraper asks by address and without https, as a load balancer does. Raises
    ImproperlyConfigured where the processes' common folder cannot be made.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        if settings.METRICS_TOKEN and settings.METRICS_FOLDER:
            _make(settings.METRICS_FOLDER)

    def __call__(self, request):
        if request.path_info == "/metrics":
            response = _metrics() if _is_let_in(request) else HttpResponseNotFound(content_type="text/plain")
            response["Cache-Control"], response["X-Robots-Tag"] = "no-store", "noindex"
            return response
        if not settings.METRICS_TOKEN:
            return self.get_response(request)
        began = monotonic()
        response = self.get_response(request)
        count(request, response.status_code, monotonic() - began)
        return response


def _make(folder):
    try:
        os.makedirs(folder, exist_ok=True)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if not writable:
        raise ImproperlyConfigured("PROMETHEUS_MULTIPROC_DIR must be a folder that the site can write to.")


def _is_let_in(request):
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    known = settings.METRICS_TOKEN
    return bool(known) and scheme.lower() == "bearer" and constant_time_compare(given, known)


def _metrics():
    registry = CollectorRegistry()
    registry.register(SiteState())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)
