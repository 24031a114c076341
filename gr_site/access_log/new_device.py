"""The letter about a log-in from a browser that the user has not used before."""

from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.days.date_format import format_date, format_times
from events.days.zone import STOCKHOLM
from networks.models import Letter
from networks.outbox.posting import post

from .browser_words import in_words
from .event import AccessEvent

LANGUAGE = "sv"


def is_new(user, device):
    """Whether ``user`` has logged in before but never with ``device``: the first log-in is nothing to warn of."""
    before = AccessEvent.objects.filter(user=user, kind=AccessEvent.Kind.LOG_IN)
    return before.exists() and not before.filter(device=device).exists()


def write_to(user, request):
    """Post the letter, if the user has an address. Its text is in Swedish, like the rest of the site's letters."""
    if not user.email:
        return
    with override(LANGUAGE):
        context = {
            "user": user,
            "when": _now_in_words(),
            "browser": in_words(request.headers.get("User-Agent", "")),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "new_password": _address("account_reset_password"),
            "sessions": _address("mfa_index"),
        }
        text = render_to_string("gr_site/letters/new_device.txt", context).strip() + "\n"
        subject = _("Ny inloggning på %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}
    post(Letter(to=user.email, subject=subject, text=text, kind="new_device"))


def _now_in_words():
    now = timezone.now().astimezone(STOCKHOLM)
    return f"{format_date(now.date(), language=LANGUAGE)} {format_times(now.time(), language=LANGUAGE)}"


def _address(name):
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(name))
