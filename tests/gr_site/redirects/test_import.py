"""The import of redirects from a table answers each thing that may be wrong with what it is sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

pytestmark = pytest.mark.django_db
TABLE = "från,till\n/gammal,https://example.org/\n"


def chosen(client, text):
    """The form of the step after choosing a file, as a browser holds it."""
    file = SimpleUploadedFile("vidare.csv", text.encode(), "text/csv")
    form = client.post(reverse("wagtailredirects:start_import"), {"import_file": file}).context["form"]
    signed = {name: form[name].value() for name in ("import_file_name", "input_format")}
    return signed | {"from_index": "0", "to_index": "1", "permanent": "on"}


def test_a_form_that_is_sent_twice_says_that_the_file_is_gone(site, editor_client):
    process, form = reverse("wagtailredirects:process_import"), chosen(editor_client, TABLE)
    editor_client.post(process, form)
    response = editor_client.post(process, form, follow=True)
    assert (response.status_code, Redirect.objects.count()) == (200, 1)
    assert "Filen finns inte kvar" in response.content.decode()


@pytest.mark.parametrize("form", [{}, {"import_file_name": "x", "input_format": "0"}], ids=["empty", "not signed"])
def test_a_form_that_was_not_made_by_the_step_before_is_a_bad_request(form, site, editor_client):
    assert editor_client.post(reverse("wagtailredirects:process_import"), form).status_code == 400
    assert not Redirect.objects.exists()


def test_blank_lines_are_passed_over_and_half_a_row_is_one_with_an_empty_cell(site, editor_client):
    form = chosen(editor_client, "från,till\n\n/halv\n\n/gammal,https://example.org/\n\n")
    editor_client.post(reverse("wagtailredirects:process_import"), form)
    found = {redirect.old_path: redirect.redirect_link for redirect in Redirect.objects.all()}
    assert found == {"/halv": "", "/gammal": "https://example.org/"}


@pytest.mark.parametrize("text", ["", "\n", "från", "från,till"], ids=["empty", "blank", "one heading", "no rows"])
def test_a_table_without_rows_is_no_fault(text, site, editor_client):
    file = SimpleUploadedFile("vidare.csv", text.encode(), "text/csv")
    assert editor_client.post(reverse("wagtailredirects:start_import"), {"import_file": file}).status_code == 200
