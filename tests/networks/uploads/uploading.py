"""Every way in which somebody uploads a file in the admin, and what each answers."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

PREFIXES = {"wagtailimages": "image", "wagtaildocs": "document"}
WAYS = ("form", "several", "chooser", "edit")


def upload(client, app, way, name, content, existing=None):
    """Upload ``content`` as ``name`` to ``app`` ("wagtailimages" or "wagtaildocs"). The errors, as one text, or "".

    ``existing``: the row whose file is replaced by the way "edit".
    """
    file = SimpleUploadedFile(name, content)
    values = {"title": "Ny", "collection": Collection.get_first_root_node().pk, "tags": ""}
    if way == "several":
        answer = client.post(reverse(f"{app}:add_multiple"), values | {"files[]": file})
        return "" if answer.json()["success"] else answer.json()["error_message"]
    if way == "chooser":
        fields = {
            f"{PREFIXES[app]}-chooser-upload-{field}": value for field, value in {**values, "file": file}.items()
        }
        answer = client.post(reverse(f"{app}_chooser:create"), fields)
        assert answer.status_code == 200
        return "" if answer.json()["step"] == "chosen" else errors(answer.json()["htmlFragment"])
    address = reverse(f"{app}:add") if way == "form" else reverse(f"{app}:edit", args=[existing.pk])
    answer = client.post(address, values | {"file": file})
    assert answer.status_code in (200, 302)
    return "" if answer.status_code == 302 else errors(answer.content.decode())


def errors(html):
    return " ".join(unescape(text).strip() for text in re.findall(r"error-message[^>]*>(?:\s*<[^>]*>)*([^<]*)", html))
