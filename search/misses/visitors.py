"""Tells visitors from editors, whose own searches say nothing about what visitors miss."""

from django.conf import settings


def is_visitor(request):
    """Whether whoever asks is not logged in as an editor.

    Nobody is looked up who has no session: what a visitor gets must depend on no cookie, so that it can be kept.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return True
    user = getattr(request, "user", None)  # a request that was answered before users are known has none
    return user is None or not user.has_perm("wagtailadmin.access_admin")
