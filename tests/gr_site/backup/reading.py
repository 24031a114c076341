"""Everything that a visitor can read of a site, as checksums: two sites are the same where these are.

    DATABASE_URL=... MEDIA_ROOT=... python -m tests.gr_site.backup.reading [COMMAND [ARGUMENT...]]

does what ``manage.py`` would do with the command, and prints what the site then answers, as JSON.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

import django

SETTINGS = "tests.gr_site.backup.settings"


def site_answers():
    """``{address: [status, ETag, Last-Modified, SHA-256]}``: each public page and feed as anybody gets them, and each
    document and picture as the site's administrator does, who must exist."""
    from django.contrib.auth import get_user_model
    from django.core.cache import cache
    from django.test import Client

    cache.clear()
    anybody, administrator = Client(), Client()
    administrator.force_login(get_user_model().objects.filter(is_superuser=True).first())
    answers = {address: _answer(anybody.get(address)) for address in sorted(_addresses())}
    return answers | {address: _answer(administrator.get(address)) for address in sorted(_file_addresses())}


def stored_files(folder):
    """``{path: [whole seconds of its change, SHA-256]}`` of each uploaded file."""
    paths = (path for path in Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): [int(path.stat().st_mtime), _sha256(path.read_bytes())] for path in paths}


def _answer(response):
    body = b"".join(response)
    return [response.status_code, response.get("ETag"), response.get("Last-Modified"), _sha256(body)]


def _sha256(content):
    return hashlib.sha256(content).hexdigest()


def _addresses():
    from django.urls import reverse
    from wagtail.models import Page

    from events.models import EventPage, Occurrence
    from networks.models import Area, NetworkPage

    yield from ("/sitemap.xml", "/robots.txt", "/en/", "/sok/?q=möte", reverse("feeds:region"), reverse("atom:region"))
    yield from (page.get_url() for page in Page.objects.live().filter(depth__gt=1).specific())
    yield from (row.get_absolute_url() for row in Occurrence.objects.public())
    for name, model in (
        ("feeds:area", Area), ("feeds:network", NetworkPage), ("atom:network", NetworkPage),
        ("feeds:event", EventPage), ("feeds:occurrence", Occurrence),
    ):  # fmt: skip
        yield from (reverse(name, args=[key]) for key in model.objects.values_list("translation_key", flat=True))


def _file_addresses():
    from wagtail.documents.models import Document
    from wagtail.images.models import Rendition

    return (row.url for model in (Document, Rendition) for row in model.objects.all())


def main(command):
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    if command:
        call_command(*command, stdout=sys.stderr)
    json.dump({"answers": site_answers(), "files": stored_files(settings.MEDIA_ROOT)}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
