"""Whatever file is sent to a form that takes one, the site answers, and stores nothing of a file that it refuses."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, UploadedFile

from tests.drained import drained

from .asking import BROKEN, noting, quiet
from .conftest import THUMBNAIL, signed_in
from .foreign import KEY
from .hostile import each_route, rolled_back
from .uploads import BOUNDARY, FILES, body, places

pytestmark = [pytest.mark.django_db, pytest.mark.long, pytest.mark.engine, pytest.mark.filterwarnings(THUMBNAIL)]
STORED = [Document, Image, UploadedFile, Redirect, Page]
KNOWN = {
    "wagtailadmin_account", "wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs:edit",
    "wagtaildocs_chooser:create", "wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages:edit",
    "wagtailimages_chooser:create", "wagtailredirects:start_import", "import_page",
    "wagtail.admin.auth.decorated_view",  # the site's own, around wagtail_localize:upload_pofile
}  # fmt: skip


@pytest.fixture
def administrator(two, secret):
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt")
    client = signed_in(user)
    client.raise_request_exception = False
    return client


def stored():
    """How many rows there are, and the names of all files."""
    media = Path(django_settings.MEDIA_ROOT)
    files = {str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()}
    return [model.objects.count() for model in STORED], files


def faults(client, place, sent):
    """What is wrong with the answer to a file, and with what it has left."""
    rows, files = stored()
    with rolled_back(client):
        answer = client.generic("POST", place.path, body(place, sent), f"multipart/form-data; boundary={BOUNDARY}")
        answer = drained(answer)
        new_rows, new_files = stored()
    new_files -= files
    if answer.status_code >= 500:
        yield answer.status_code
    if sent.refused and (rows != new_rows or new_files):
        yield "stored"
    yield from (name for name in new_files if not name.isprintable() or len(name) > 255)


def test_no_file_breaks_a_form_or_stays_if_it_is_refused(administrator, secret, settings):
    noted = Client(raise_request_exception=False)
    noted.cookies = administrator.cookies.copy()
    tried = [
        address for _, address in each_route(KEY, str(secret.event.translation_key)) if address.name not in BROKEN
    ]
    with noting(settings):
        found = places(noted, tried)
    broken = []
    with quiet():
        for place, name in found.items():
            for what, sent in FILES.items():
                broken += [(name, place.path, place.name, what, why) for why in faults(administrator, place, sent)]
    assert broken == []
    assert set(found.values()) >= KNOWN
