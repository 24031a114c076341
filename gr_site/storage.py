"""Stores static files for production: hashed, compressed, and stylesheets without their comments.

The comments, which say what a rule is for and what contrast a colour has, are a sixth of the stylesheet that every
first view waits for. In development the file is served as written.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_COMMENT = re.compile(rb"\s*/\*.*?\*/", re.DOTALL)


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    def _save(self, name, content):
        if name.startswith("gr_site/") and name.endswith(".css"):
            content.seek(0)
            content = ContentFile(without_comments(content.read()))
        return super()._save(name, content)


def without_comments(css: bytes) -> bytes:
    """``css`` without ``/* comments */``. Our strings and addresses must not contain those signs."""
    return _COMMENT.sub(b"", css)
