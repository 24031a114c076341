"""What the log keeps of the client that a request came from."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

from .browsers import browser_and_system

SALT = "gr_site.access_log.address"


def client_fields(request):
    """``browser`` and ``address`` of an AccessEvent; {} without a request, as for a command."""
    if request is None:
        return {}
    words = browser_and_system(request.headers.get("User-Agent", ""))
    return {"browser": ", ".join(filter(None, words)), "address": _key(_address(request))}


def _address(request):
    """As the limits of logging in see it: behind ``TRUSTED_PROXIES``."""
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:  # a request of a test, which comes from nowhere
        return ""


def _key(address):
    return salted_hmac(SALT, address, algorithm="sha256").hexdigest()[:16] if address else ""
