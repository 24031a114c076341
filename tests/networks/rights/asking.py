"""Asks the site's addresses as somebody, and notes whatever she is shown that is not hers."""

import logging
from contextlib import contextmanager

from django.conf import settings as django_settings
from django.db import transaction
from django.urls import reverse
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.snippets.models import get_snippet_models

from tests.drained import drained

from .foreign import KEY, SECRET
from .walk import NotesNames

# What leads to no object: paging, order, layout, and what a view writes back as it was sent.
HARMLESS = {
    "_w_filter_fragment", "_w_hydrate_create_view", "csrfmiddlewaretoken", "export", "fields", "format", "layout",
    "limit", "next", "offset", "order", "ordering", "p", "page_type", "allow_anchor_link", "allow_email_link",
    "allow_external_link", "allow_phone_link", "can_choose_root", "match_subclass", "multiple",
}  # fmt: skip
# Where a view leads on to. Anything but an address is refused before the admin's views are asked.
WAY_ON = "next"
# Fails because it is there to fail: Wagtail's page to try how a site answers and logs an error. It shows nothing.
BROKEN = {"wagtailadmin_error_test"}
# What the arguments in paths are that take neither a key nor a model.
WORDS = {
    "action_name": ["delete", "approve"], "digest": ["x"], "document_filename": [f"{SECRET}.txt"],
    "feed": ["regionen"], "filter_spec": ["width-100"], "language": ["sv"], "mode": ["x"], "name": ["x"],
    "provider_id": ["x"], "rest": ["x"], "text": ["x"], "token": ["x"], "uidb36": ["x"], "uidb64": ["x"],
}  # fmt: skip
KINDS = [
    ("events", "eventpage"),
    ("taggit", "tag"),
    *((model._meta.app_label, model._meta.model_name) for model in [*get_snippet_models(), *settings_registry]),
]


class Asker:
    """Somebody's browser. ``found`` has what it was shown or done that should not be: ``(method, name, path, …)``."""

    def __init__(self, client, markers=(SECRET,)):
        self.client, self.found = client, set()
        client.raise_request_exception = False
        self._markers = [marker.lower() for marker in markers]

    def try_names(self, address, methods, key=KEY):
        """Ask the address, and again with ``key`` in each name that its view has asked the query or the body for."""
        for method in methods:
            self.ask(method, address)
            asked = sorted(NotesNames.last[method].asked - HARMLESS) if method in NotesNames.last else []
            for data in [{name: str(key)} for name in asked] if method == "get" else [dict.fromkeys(asked, str(key))]:
                if data:
                    self.ask(method, address, data)

    def ask(self, method, address, data=None):
        """The response to it. What it writes stays; whoever was logged in stays so."""
        data, session = data or {}, self.client.session.session_key if self.client.cookies else None
        NotesNames.last = {}
        with transaction.atomic():
            response = drained(getattr(self.client, method)(address.path, data))
        if session:
            self.client.cookies[django_settings.SESSION_COOKIE_NAME] = session
        shown = response.getvalue().decode(errors="replace") + response.get("Location", "")
        shown = shown.replace(address.path, "").lower()  # a page may lead to itself, in another language
        where = (method, address.name, address.path, *data)
        if any(marker in shown for marker in self._markers):
            self.found.add(where)
        if response.status_code >= 500 and address.name not in BROKEN:
            self.found.add((*where, response.status_code))
        return response


@contextmanager
def noting(settings):
    """Within it, views' questions are noted, and what they refuse is not printed."""
    before = settings.MIDDLEWARE
    settings.MIDDLEWARE = [*before, f"{NotesNames.__module__}.NotesNames"]
    with quiet():
        yield
    settings.MIDDLEWARE = before


@contextmanager
def quiet():
    """Within it, what views refuse is not printed."""
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield
    logger.disabled = False


def is_refusal(response):
    """Forbidden, unknown, a method that there is not, the way home with a message, or to the log-in."""
    if response.status_code == 302:
        way = response["Location"]
        return way == reverse("wagtailadmin_home") or way.startswith(reverse("account_login"))
    return response.status_code in {403, 404, 405}
