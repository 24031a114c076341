"""An old address tells nothing of a page that is hidden: neither its address nor its title, nor that there is one."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from gr_site.models import StandardPage
from tests.factories import add_page, publish
from tests.networks.showing.hiding import (
    PASSWORD,
    WAYS,
    by_group,
    by_log_in,
    by_password,
    by_unpublishing,
    open_again,
)

pytestmark = pytest.mark.django_db

OLD, HIDDEN, TITLE = "forskolenatverket", "lokalen-pa-kajen", "Lokalen på Kajen"
HIDDEN_EN, TITLE_EN = "room-by-the-quay", "Room by the Quay"
POINTERS = {
    "automatic": f"/natverk/{OLD}/",
    "a child's": f"/natverk/{OLD}/moten/",
    "written": "/kajen/",
    "English": "/en/networks/preschool-network/",
    "below the English prefix": f"/en/natverk/{OLD}/",
    "a child's below the English prefix": f"/en/natverk/{OLD}/moten/",
    "English, written": "/en/kajen/",
}
SECRETS = (HIDDEN, HIDDEN_EN, TITLE, TITLE_EN, "stangt")
OF_ONE_REQUEST = ("X-Request-ID",)


@pytest.fixture
def moved(both, django_capture_on_commit_callbacks):
    """The network of ``both`` with another name and address in each language, and redirects that somebody wrote."""
    with django_capture_on_commit_callbacks(execute=True):
        for page, title, slug in [(both.network, TITLE, HIDDEN), (both.network_en, TITLE_EN, HIDDEN_EN)]:
            page = type(page).objects.get(pk=page.pk)
            page.title, page.slug = title, slug
            publish(page)
    Redirect.objects.create(old_path="/kajen", redirect_page=both.network)
    Redirect.objects.create(old_path="/en/kajen", redirect_page=both.network_en, is_permanent=False)
    return both


def answers(client):
    """``{pointer: (status, headers, body)}``, without what each request has of its own."""
    return {pointer: told(client.get(address)) for pointer, address in POINTERS.items()}


def told(response):
    headers = {name: value for name, value in response.headers.items() if name not in OF_ONE_REQUEST}
    return response.status_code, headers, response.content.decode()


def assert_as_if_there_were_no_redirects(client):
    answered = answers(client)
    assert {pointer: status for pointer, (status, *_) in answered.items()} == dict.fromkeys(POINTERS, 404)
    found = {(pointer, secret) for pointer in POINTERS for secret in SECRETS if secret in str(answered[pointer])}
    assert found == set()
    Redirect.objects.all().delete()
    assert answers(client) == answered


def led_on(client):
    """``{pointer: the answer}``, all of which lead to a page that there is."""
    given = {pointer: client.get(address) for pointer, address in POINTERS.items()}
    statuses = {pointer: answer.status_code for pointer, answer in given.items()}
    assert statuses == dict.fromkeys(POINTERS, 301) | {"English, written": 302}
    for answer in given.values():
        assert HIDDEN in answer["Location"] or HIDDEN_EN in answer["Location"]
        assert client.get(answer["Location"]).status_code == 200
    return given


@pytest.mark.parametrize("hide", WAYS)
def test_an_old_address_is_as_unknown_as_any(moved, client, hide, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        hide(moved.network)
    assert_as_if_there_were_no_redirects(client)


@pytest.mark.parametrize("hide", [by_log_in, by_password, by_group])
def test_who_has_another_key_is_told_as_little(moved, client, hide):
    """With a session, since that is when the doors are asked."""
    hide(moved.network)
    give_keys(client, [0])
    assert_as_if_there_were_no_redirects(client)


@pytest.mark.parametrize("hide", [by_log_in, by_password, by_group, by_unpublishing])
def test_once_the_page_is_open_again_its_old_address_leads_there(moved, client, hide):
    hide(moved.network)
    open_again(moved.network)
    if hide is by_unpublishing:
        open_again(moved.network_en)
    kept = [answer for answer in led_on(client).values() if "no-store" in answer.headers.get("Cache-Control", "")]
    assert kept == []


def test_who_knows_the_password_is_led_there_and_no_cache_keeps_it(moved, client):
    restriction = by_password(moved.network)
    given = {"password": PASSWORD, "return_url": f"/natverk/{HIDDEN}/"}
    asked = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, moved.network.pk])
    assert client.post(asked, given).status_code == 302
    own = client.get(POINTERS["automatic"])
    assert own["Location"] == f"/natverk/{HIDDEN}/"
    give_keys(client, PageViewRestriction.objects.values_list("pk", flat=True))  # of the English page, too
    for answer in led_on(client).values():
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_an_administrator_is_led_through_every_door(moved, editor_client):
    by_log_in(moved.network)
    for answer in led_on(editor_client).values():
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def give_keys(client, keys):
    session = client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = list(keys)
    session.save()


@pytest.mark.parametrize("deep", [False, True])
def test_a_childs_old_address_names_no_withdrawn_page_above_it(site, client, rename, deep):
    parent = add_page(site.home, StandardPage(title="Mellan")) if deep else site.home
    above = add_page(parent, StandardPage(title="Rubrik", slug="gammalt-namn"))
    child = add_page(above, StandardPage(title="Sida"))
    old = child.url
    rename(above, "dolt-namn")
    assert "dolt-namn" in client.get(old)["Location"]
    by_unpublishing(above)
    status, headers, content = told(client.get(old))
    assert status == 404
    assert "dolt-namn" not in f"{headers} {content}"
