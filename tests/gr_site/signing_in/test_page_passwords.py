"""The password of a closed page or document cannot be guessed."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from gr_site.models import StandardPage
from gr_site.signing_in.attempts import LIMITS

pytestmark = pytest.mark.django_db
NUMBER = LIMITS["page"].number


@pytest.fixture
def closed(site):
    page = site.home.add_child(instance=StandardPage(title="Bara för gruppen", slug="gruppen"))
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="hemligt")
    return page


def form_of(page):
    restriction = PageViewRestriction.objects.get(page=page)
    return f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"


def guess(client, address, word="fel", **more):
    return client.post(address, {"password": word, "return_url": "/gruppen/"}, **more)


@pytest.mark.parametrize("language", ["", "/en"])
def test_too_many_guesses_and_how_long_to_wait(closed, client, language):
    address = language + form_of(closed)
    assert {guess(client, address).status_code for _ in range(NUMBER)} == {200}
    answer = guess(client, address, "hemligt")
    assert answer.status_code == 429
    assert 590 <= int(answer["Retry-After"]) <= 600
    assert client.get("/gruppen/").context["page"].title == closed.title
    assert "Sidan är låst" in client.get("/gruppen/").content.decode()
    if not language:
        assert "Vänta 10 minuter och försök igen." in answer.content.decode()


def test_the_right_one_costs_nothing_and_others_can_still_read(closed, client):
    for _ in range(NUMBER + 2):
        assert guess(client, form_of(closed), "hemligt")["Location"] == "/gruppen/"
    for _ in range(NUMBER):
        guess(client, form_of(closed))
    assert guess(client, form_of(closed), "hemligt", REMOTE_ADDR="203.0.113.8").status_code == 302


@pytest.mark.parametrize(
    ("addresses", "right_one_opens"),
    [
        ("2001:db8:0:1::{}", False),  # one subscriber's network, RFC 6177
        ("2001:db8:0:{}::1", True),
        ("::ffff:192.0.2.{}", True),  # IPv4 addresses
    ],
)
def test_all_addresses_of_an_ipv6_network_are_one(closed, client, addresses, right_one_opens):
    for number in range(NUMBER):
        guess(client, form_of(closed), REMOTE_ADDR=addresses.format(number + 10))
    answer = guess(client, form_of(closed), "hemligt", REMOTE_ADDR=addresses.format(99))
    assert (answer.status_code == 302) is right_one_opens


def test_a_page_that_the_password_is_not_for(closed, site, client):
    below = closed.add_child(instance=StandardPage(title="Under gruppen", slug="under"))
    restriction = PageViewRestriction.objects.get(page=closed).pk
    answers = {
        page: guess(client, f"/_util/authenticate_with_password/{restriction}/{page.pk}/").status_code
        for page in (closed, below, site.home, site.home.get_parent())
    }
    assert list(answers.values()) == [200, 200, 404, 404]


def test_after_the_wait(closed, client):
    for _ in range(NUMBER + 1):
        guess(client, form_of(closed))
    with time_machine.travel(timezone.now() + timedelta(minutes=10, seconds=1)):
        assert guess(client, form_of(closed), "hemligt").status_code == 302


def test_another_page_has_its_own_count(site, closed, client):
    other = site.home.add_child(instance=StandardPage(title="Andra", slug="andra"))
    PageViewRestriction.objects.create(page=other, restriction_type="password", password="hemligt")
    for _ in range(NUMBER + 1):
        guess(client, form_of(closed))
    assert guess(client, form_of(other), "hemligt").status_code == 302


def test_a_closed_document_is_counted_too(site, client):
    collection = Collection.get_first_root_node().add_child(name="Stängd")
    get_document_model().objects.create(title="Bilaga", file=ContentFile(b"x", "bilaga.txt"), collection=collection)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="hemligt"
    )
    address = f"/dokument/authenticate_with_password/{restriction.pk}/"
    assert {guess(client, address).status_code for _ in range(NUMBER)} == {200}
    assert guess(client, address, "hemligt").status_code == 429
