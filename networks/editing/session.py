"""Tells an open form whether its editor is still signed in."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def signed_in(request):
    """The CSRF token, which is another one after each login. Without a session, Wagtail redirects to its login."""
    return JsonResponse({"csrf_token": get_token(request)})
