"""Serves uploaded pictures to pages and the admin.

Documents are in the same folder but are not served here: Wagtail checks for each whether the visitor may read it.
"""

import mimetypes
import os

from django.conf import settings
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

# Pictures in the sizes that pages use, and the portraits of users.
FOLDERS = ("images", "avatar_images")
# Python before 3.13 knows neither type, and browsers do not show a picture of unknown type.
for _ending in ("avif", "webp"):
    mimetypes.add_type(f"image/{_ending}", f".{_ending}")


@require_safe
@cache_control(public=True, max_age=86_400)
def picture(request, folder, name):
    """The file ``name`` in one of ``FOLDERS``; 404 if there is none."""
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # pictures are already compressed
    return serve(request, name, document_root=os.path.join(settings.MEDIA_ROOT, folder))
