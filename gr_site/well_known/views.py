from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..models import SiteFooter
from .manifest import manifest
from .robots import robots_text
from .security import security_text

_for_a_day = cache_control(public=True, max_age=86_400)


@require_safe
@_for_a_day
def robots(request):
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return _text(robots_text(sitemap, indexed=settings.INDEXED))


@require_safe
@_for_a_day
def security(request):
    """404 until a contact is set, since a file without one would be worse than none."""
    contact = settings.SECURITY_CONTACT or SiteFooter.for_request(request).email
    if not contact:
        raise Http404
    today = timezone.localdate()
    return _text(security_text(contact, request.build_absolute_uri(request.path), today))


@require_safe
@_for_a_day
def web_manifest(request):
    return JsonResponse(
        manifest(), content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


def _text(text):
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
