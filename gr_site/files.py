"""Serves uploaded files, from whatever storage, to those who may read them (docs/files.md).

A web server or a bucket that gives them out by itself would not ask who is reading.
"""

import mimetypes

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponseNotFound
from django.shortcuts import get_object_or_404
from django.urls import path, re_path
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve
from wagtail.images.models import Rendition
from wagtail.users.models import UserProfile

from networks.files.answers import at_the_door, for_nobody_else, guarded, not_there

# Python before 3.13 knows neither type, and browsers do not show a picture of unknown type.
for _ending in ("avif", "webp"):
    mimetypes.add_type(f"image/{_ending}", f".{_ending}")


def document(request, document_id, document_filename):
    """The document's file, in Wagtail's way. 404 for another name than its own."""
    file = get_object_or_404(get_document_model().objects.select_related("collection"), pk=document_id)
    if file.filename != document_filename:
        raise Http404
    return guarded(request, file, lambda: serve(request, file.pk, document_filename), at_the_door)


@require_safe
def picture(request, name):
    """A picture in one of its sizes. 404 if there is none, and to those who may not see it."""
    rendition = _named(Rendition.objects.select_related("image__collection"), file=f"images/{name}")
    if rendition is None:
        return for_nobody_else(HttpResponseNotFound())
    return guarded(request, rendition.image, lambda: _content(request, rendition.file), not_there)


@require_safe
def portrait(request, name):
    """The portrait of a user, which only the admin shows."""
    profile = _named(UserProfile.objects, avatar=f"avatar_images/{name}")
    seen = profile is not None and request.user.has_perm("wagtailadmin.access_admin")
    return for_nobody_else(_content(request, profile.avatar) if seen else HttpResponseNotFound())


def _named(rows, **name):
    # PostgreSQL takes NUL in no text.
    return None if "\0" in "".join(name.values()) else rows.filter(**name).first()


def _content(request, file):
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # pictures are already compressed
    try:
        changed = int(file.storage.get_modified_time(file.name).timestamp())
        etag = quote_etag(f"{changed:x}-{file.size:x}")
        response = get_conditional_response(request, etag=etag, last_modified=changed)
        response = response or FileResponse(file.open(), content_type=mimetypes.guess_type(file.name)[0])
    except FileNotFoundError:
        return HttpResponseNotFound()
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    return response


_MEDIA = settings.MEDIA_URL.lstrip("/")
urlpatterns = [
    # In place of Wagtail's addresses, which are not mounted: its view asks only the document's collection.
    re_path(r"^dokument/(?P<document_id>[0-9]{1,18})/(?P<document_filename>.*)$", document, name="wagtaildocs_serve"),
    path(f"{_MEDIA}images/<path:name>", picture),
    path(f"{_MEDIA}avatar_images/<path:name>", portrait),
]
