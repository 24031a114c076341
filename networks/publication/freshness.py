"""The date of the last change that a reader would notice. The site keeps it; nobody types it."""

import hashlib
import json
import re

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from ..fields.declared import NETWORK
from ..models import NetworkPage, SharedStatement

# Sent with ``network`` when its own page has changed in a way that a reader would notice. Sent in the same transaction
# but before the date is written, because receivers may take a lock that others hold while they write such dates.
content_changed = Signal()

# The fields that a publication may change without a reader noticing.
_UNSEEN = {
    "pk", "path", "depth", "numchild", "owner", "locked", "locked_at", "locked_by",
    "latest_revision", "live_revision", "has_unpublished_changes", "first_published_at",
    "last_published_at", "latest_revision_created_at", "go_live_at", "expire_at", "expired", "live",
    "draft_title", "url_path", "slug", "content_type", "alias_of", "translation_key", "locale",
    "seo_title", "search_description", "comments", "wagtail_admin_comments", "page", "sort_order",
    *(field.name for field in NETWORK if not field.seen),
}  # fmt: skip


# The rich text editor gives each paragraph a key the first time it saves it.
_EDITORS_KEY = re.compile(r"""\sdata-block-key=(\\?["']).*?\1""")


def fingerprint(page):
    """A digest (64 hex digits) of what a reader sees on ``page``: its text and rows, not its bookkeeping."""
    text = json.dumps(_seen(page.serializable_data()), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _seen(value):
    if isinstance(value, str):
        return _EDITORS_KEY.sub("", value)
    if isinstance(value, dict):
        return {key: _seen(inner) for key, inner in value.items() if key not in _UNSEEN}
    return [_seen(inner) for inner in value] if isinstance(value, list) else value


def note_publication(network):
    """Update the date of change if this publication changed what a reader sees."""
    digest = fingerprint(network)
    if digest != network.content_fingerprint:
        with transaction.atomic():
            content_changed.send(NetworkPage, network=network)
            changed = {"content_fingerprint": digest, "content_changed_at": timezone.now()}
            NetworkPage.objects.filter(pk=network.pk).update(**changed)


def touch(network_pks):
    """Set the date of change to now for networks whose pages look different though none of their fields changed."""
    NetworkPage.objects.filter(pk__in=network_pks).update(content_changed_at=timezone.now())


def note_statement(statement):
    """Touch every page that shows ``statement`` if the save that is about to happen changes its words."""
    before = SharedStatement.objects.filter(pk=statement.pk).values_list(*SharedStatement.words).first()
    if before and before != tuple(getattr(statement, name) for name in SharedStatement.words):
        statement.changed_at = timezone.now()
        networks = NetworkPage.objects.live().filter(statements__statement=statement).distinct()
        for network in networks:
            content_changed.send(NetworkPage, network=network)
        touch(networks.values("pk"))
