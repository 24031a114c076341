"""Every way to upload a document judges it by its content, and what is served runs in no browser."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from tests.drained import drained

from .files import OTHER, RIGHT
from .uploading import WAYS, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def existing(site):
    return Document.objects.create(title="Gammal", file=ContentFile(RIGHT["pdf"], name="gammal.pdf"))


@pytest.fixture(params=WAYS)
def send(request, editor_client, existing):
    return lambda name, content: upload(editor_client, "wagtaildocs", request.param, name, content, existing)


@pytest.mark.parametrize("ending", RIGHT)
def test_each_kind_is_taken(send, ending):
    assert send(f"fil.{ending.upper()}", RIGHT[ending]) == ""
    assert Document.objects.get(title="Ny").get_file_size() == len(RIGHT[ending])


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("other", ["page", "drawing", "Windows program", "Linux program"])
def test_what_is_something_else_is_refused_in_words(send, ending, other):
    message = send(f"fil.{ending}", OTHER[other])
    assert f"Filen heter .{ending}, men innehållet är något annat eller skadat." in message
    assert not Document.objects.filter(title="Ny").exists()


def test_a_file_with_a_password_is_refused_in_words_of_its_own(send):
    message = send("fil.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500)
    assert "Filen har ett lösenord eller är sparad i ett äldre format." in message


@pytest.mark.parametrize("ending", ["html", "svg", "exe", "docm"])
def test_other_kinds_are_refused_by_their_names(send, ending):
    assert f"Filändelsen “{ending}” är inte giltig." in send(f"fil.{ending}", RIGHT["txt"])


@pytest.mark.parametrize("ending", ["html", "pdf", "svg", "txt", "xml"])
def test_nothing_that_a_browser_runs_is_shown_as_a_page(site, editor_client, ending):
    document = Document.objects.create(title="Ny", file=ContentFile(OTHER["page"], name=f"a.{ending}"))
    response = drained(editor_client.get(document.url))
    shown = "inline" if ending == "pdf" else "attachment"
    assert response.headers["Content-Disposition"].partition(";")[0] == shown
    headers = ("X-Content-Type-Options", "Content-Security-Policy")
    assert [response.headers[name] for name in headers] == ["nosniff", "default-src 'none'"]
