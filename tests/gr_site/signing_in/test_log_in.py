"""Who is let in with a password, and where she lands."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from .counting_hasher import CountingHasher

pytestmark = pytest.mark.django_db
WORD = "hemligt"  # shorter than the rules ask for today: an old password stays valid


def log_in(client, name, word=WORD, **more):
    return client.post(reverse("account_login"), {"login": name, "password": word, **more})


@pytest.fixture
def alva(site):
    return get_user_model().objects.create_superuser("Alva", "alva@example.org", WORD)


@pytest.mark.parametrize("name", ["Alva", "alva", "alva@example.org", "ALVA@example.org"])
def test_by_name_or_address(alva, client, name):
    response = log_in(client, name)
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("name", ["Alva ", "alva@example.com", "alv"])
def test_wrong_words_say_the_same_for_each_name(alva, client, name):
    html = log_in(client, name, "fel").content.decode()
    assert "Namnet eller lösenordet stämmer inte. Försök igen." in html
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("name", ["Alva", "alva@example.org", "ingen", "ingen@example.org", "left"])
def test_an_answer_takes_the_same_work_for_each_name(site, client, settings, name):
    settings.PASSWORD_HASHERS = [f"{CountingHasher.__module__}.CountingHasher"]
    get_user_model().objects.create_superuser("Alva", "alva@example.org", WORD)
    get_user_model().objects.create_user("left", "left@example.org", WORD, is_active=False)
    before = CountingHasher.worked
    log_in(client, name, "fel")
    assert CountingHasher.worked - before == 1


def test_names_that_differ_only_in_case(alva, client):
    get_user_model().objects.create_superuser("ALVA", "stora@example.org", "annat-ord")
    assert log_in(client, "ALVA", "annat-ord").status_code == 302
    client.logout()
    assert log_in(client, "Alva").status_code == 302
    client.logout()
    assert log_in(client, "alva").status_code == 200


def test_an_address_that_two_share_lets_neither_in(alva, client):
    get_user_model().objects.create_superuser("Berit", "alva@example.org", "annat-ord")
    assert log_in(client, "alva@example.org").status_code == 200
    assert log_in(client, "Alva").status_code == 302


def test_a_name_that_looks_like_an_address(site, client):
    get_user_model().objects.create_superuser("berit@gr.example", "annan@example.org", WORD)
    assert log_in(client, "berit@gr.example").status_code == 302


def test_somebody_who_has_left_is_told_so_only_with_her_password(alva, client):
    get_user_model().objects.update(is_active=False)
    assert log_in(client, "Alva")["Location"] == reverse("account_inactive")
    assert log_in(client, "Alva", "fel").status_code == 200


def test_the_way_back_stays_on_this_site(alva, client):
    assert log_in(client, "Alva", next="/admin/pages/")["Location"] == "/admin/pages/"
    client.logout()
    assert log_in(client, "Alva", next="https://example.com/")["Location"] == "/admin/"


def test_a_member_lands_on_the_front_page_and_the_admin_refuses_her(site, client):
    """Wagtail sends her to the log-in, which sends her back, for ever."""
    get_user_model().objects.create_user("maja", "maja@example.org", WORD)
    assert log_in(client, "maja")["Location"] == "/"
    response = client.get("/admin/pages/", follow=True)
    assert (response.status_code, response.redirect_chain) == (403, [])
    assert "Du får inte se den här sidan" in response.content.decode()


def test_she_is_never_sent_round_in_circles(site, client):
    client.force_login(get_user_model().objects.create_user("maja", "maja@example.org", WORD))
    for address in ("/admin/", "/admin/login/", "/admin/logout/", "/admin/password_reset/", "/konto/login/"):
        assert client.get(address, follow=True).status_code in (200, 403), address
    client.post(reverse("account_logout"))
    assert client.get("/admin/").status_code == 302


def test_logging_out_asks_first(alva, client):
    client.force_login(alva)
    assert "Vill du logga ut?" in client.get(reverse("account_logout")).content.decode()
    assert client.get("/admin/").status_code == 200
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("way", ["http://[", "https://[::1", "//["])
def test_a_way_on_that_is_no_address_is_passed_over(site, client, way):
    assert client.get(reverse("account_login"), {"next": way}).status_code == 200
