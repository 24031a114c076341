"""Takes browsers' reports, and lists them to administrators."""

from django.core.cache import cache
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from networks.rights.administrators import AdministratorsPage

from .models import Refusal
from .reports import reports

LARGEST = 16_384  # bytes
EACH_MINUTE = 60  # requests, from everybody together: nobody's address is kept to count hers alone


@csrf_exempt  # a browser sends no token; what it sends changes nothing but this list
@require_POST
def take_reports(request):
    """204 for what is read, also where it is no report; 413 for one that is too large, 429 for one too many."""
    if _length(request) > LARGEST:
        return HttpResponse(status=413)
    if _is_too_often():
        return HttpResponse(status=429)
    for report in reports(request.body, request.get_host()):
        Refusal.note(report.directive, report.blocked, _page(report.path), timezone.now())
    return HttpResponse(status=204)


def _length(request):
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdigit() else 0


def _is_too_often():
    key = f"policy-reports-{timezone.now():%H%M}"
    cache.add(key, 0, 120)
    try:
        return cache.incr(key) > EACH_MINUTE
    except ValueError:  # the cache has let go of it meanwhile
        return False


def _page(path):
    """The address of a page; the pattern of a view's, whose keys may be secret or somebody's choice."""
    try:
        match = resolve(path)
    except Resolver404:
        return "?"
    return path if match.url_name == "wagtail_serve" else f"/{match.route}"[:200]


class RefusalsView(AdministratorsPage):
    template_name = "gr_site/admin/refusals.html"
    page_title = _("Stoppat av säkerhetsregler")
    header_icon = "lock"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"refusals": Refusal.objects.all()}
