"""Whoever uploads a file does not wait until its text is read, and nothing is lost if the process dies meanwhile."""

import threading
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document

from networks.models import NetworkDocument
from search.documents import at_once, reading
from search.models import DocumentText, Findable
from tests.factories import make_network, publish

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def become_a_server():
    """Reads as a web server does, and ends what takes more than a second."""
    reading.SECONDS = 1
    at_once.documents.enable()


def upload(name, content):
    """Gives the states of all files when the answer came."""
    user, _ = get_user_model().objects.get_or_create(username="alva", is_superuser=True, is_active=True)
    client = Client()
    client.force_login(user)
    file = SimpleUploadedFile(name, content)
    data = {"title": name, "file": file, "collection": 1, "tags": "", "accessible": "yes"}
    assert client.post(reverse("wagtaildocs:add"), data).status_code == 302
    return states()


def states():
    return dict(DocumentText.objects.values_list("document__title", "state"))


def wait_for_the_reader():
    for thread in threading.enumerate():
        if thread.name == "documents":
            thread.join()
    return states()


def show(title):
    network = make_network()
    network.documents = [NetworkDocument(title="Rapport", document=Document.objects.get(title=title))]
    publish(network)


def found():
    return list(Findable.objects.filter(kind="document").values_list("text", flat=True))


def begin_to_read(name):
    """As a process that died between taking a file and storing what it read."""
    with transaction.atomic():
        Document.objects.create(title=name, file=ContentFile(b"Lekplatser", name=name))
        DocumentText.objects.update(reserved_until=timezone.now() + timedelta(minutes=1))


def read_again():
    reading.read_waiting()
    return states()


def read_later():
    DocumentText.objects.update(reserved_until=timezone.now() - timedelta(seconds=1))
    return read_again()


def slow():
    """A small file of Word's that takes minutes to read: elements within each other, nine million of them."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}>{'<w:p>' * 9_000_000}")
    return content.getvalue()


def test_a_slow_file_delays_neither_the_answer_nor_the_next_file_for_long(site_process):
    process = site_process()
    process(become_a_server)
    assert process(upload, "seg.docx", slow()) == {"seg.docx": "waiting"}
    process(upload, "rapport.txt", b"Lekplatser")
    process(show, "rapport.txt")
    assert process(wait_for_the_reader) == {"seg.docx": "broken", "rapport.txt": "read"}
    assert process(found) == ["Lekplatser"]


def test_another_process_reads_what_a_killed_one_had_begun(site_process):
    killed, other = site_process(), site_process()
    killed(begin_to_read, "rapport.txt")
    killed.kill()
    assert other(read_again) == {"rapport.txt": "waiting"}
    assert other(read_later) == {"rapport.txt": "read"}
