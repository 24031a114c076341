"""What is not there, not allowed or broken is told in the look of the site, in Swedish and English."""

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from gr_site.errors.lost_address import words_of
from tests.factories import make_network


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/natverk/forskolenatverket/", "forskolenatverket"),
        ("/natverk/natverk-for-digital-samverkan/", "natverk for digital samverkan"),
        ("/4.2b1c9f0d15c1.html", ""),
        ("/vara-omraden/Förskolenätverket.html", "Förskolenätverket"),
        ("/en/networks/preschool_network", "preschool network"),
        ("/sidor/skolchefer-2020.aspx", "skolchefer"),
        ("/mote/0b0e6c52-6a0e-4f0c-9d0a-3f1de0a0a0a0/", ""),
        ("/kalender/2026/13/", ""),
        ("/wp-content/picture.png", ""),
        ("/finns-inte/x.js", ""),
        ("/", ""),
        ("//", ""),
        ("/" + "ord-" * 100, ("ord " * 20).strip()),
        ("/\x00/<script>/", "script"),
    ],
)
def test_the_words_of_an_address(path, words):
    assert words_of(path) == words


@pytest.mark.django_db
def test_a_lost_visitor_gets_the_nearest_pages_and_a_filled_search_box(site, client):
    network = make_network("Förskolenätverket")
    response = client.get("/vara-natverk/forskolenatverk.html")
    assert response.status_code == 404
    assert [hit["url"] for hit in response.context["near"]] == [network.url]
    html = response.content.decode()
    assert 'value="forskolenatverk"' in html
    assert f'<a href="{network.url}">Förskolenätverket</a>' in html
    for address in (site.networks.url, site.calendar.url, "/"):
        assert f'href="{address}"' in html


@pytest.mark.django_db
def test_the_same_in_english(site, client):
    response = client.get("/en/networks/forskolenatverk/")
    assert response.status_code == 404
    html = response.content.decode()
    assert '<html lang="en">' in html
    assert "Sidan finns inte" not in html
    assert 'action="/en/search/"' in html


@pytest.mark.django_db
def test_what_an_address_holds_is_never_markup(site, client):
    html = client.get("/%22%3E%3Cscript%3Ealert(1)%3C/script%3E/").content.decode()
    assert "<script>alert" not in html


@pytest.mark.django_db
def test_a_hidden_network_is_not_among_the_nearest(site, client):
    make_network("Förskolenätverket", live=False)
    assert client.get("/forskolenatverket/").context["near"] == []


@pytest.mark.parametrize("name", ["503.html", "500.html", "400.html"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_pages_without_a_database_speak_both_languages(name, language):
    """No database mark: a query would fail the test."""
    with translation.override(language):
        html = render_to_string(name)
    assert html.strip().startswith("<!doctype html>")
    assert '<html lang="sv">' in html
    assert 'lang="en"' in html
    assert "gr_site/css/site.css" in html
    assert 'href="/"' in html
    assert 'href="/en/"' in html


@pytest.mark.django_db
def test_an_unknown_host_gets_the_page_without_a_database(site, settings):
    settings.ALLOWED_HOSTS = ["example.org"]
    response = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "Vi förstod inte frågan" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "told"), [("/", "Du får inte se den här sidan"), ("/en/", "You may not see this page")]
)
def test_what_is_not_allowed_is_told_in_the_look_of_the_site(site, client, monkeypatch, address, told):
    def refuse(*args, **kwargs):
        raise PermissionDenied

    monkeypatch.setattr("gr_site.models.HomePage.get_context", refuse)
    response = client.get(address)
    assert response.status_code == 403
    assert f"<h1>{told}</h1>" in response.content.decode().replace("<span>", "").replace("</span>", "")


@pytest.mark.django_db
def test_a_form_that_has_grown_old_is_explained_in_swedish(site):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "alva"})
    assert response.status_code == 403
    html = response.content.decode()
    assert "Formuläret kunde inte tas emot" in html
    assert "CSRF" not in html
