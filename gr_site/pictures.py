"""The pictures that editors have uploaded, as pages and the admin show them.

Documents lie in the same folder and are not given out here: Wagtail asks for each whether the visitor may have it.
"""

import mimetypes
import os

from django.conf import settings
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

# Pictures in the sizes that pages ask for, and the portraits of those who have a login.
FOLDERS = ("images", "avatar_images")
# Python knows neither by itself before 3.13, and a browser shows no picture whose type it is not told.
for _ending in ("avif", "webp"):
    mimetypes.add_type(f"image/{_ending}", f".{_ending}")


@require_safe
@cache_control(public=True, max_age=86_400)
def picture(request, folder, name):
    """The file ``name`` of one of ``FOLDERS``; 404 without one."""
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # it is compressed as it is
    return serve(request, name, document_root=os.path.join(settings.MEDIA_ROOT, folder))
