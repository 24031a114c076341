"""Each change of what somebody may do is noted: who, by whom, and what."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from gr_site.models import AccessEvent
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.rights.groups import editors_of
from tests.factories import make_editor, make_network

from .events import events

pytestmark = pytest.mark.django_db
ADMINISTRATOR = "admin"


def forget():
    """What happened until now is not what a test asks about."""
    AccessEvent.objects.all().delete()


@pytest.fixture
def eva():
    user = get_user_model().objects.create_user("eva", "eva@example.org", "hemligt")
    forget()
    return user


def test_an_account_from_first_to_last():
    eva = get_user_model().objects.create_user("eva", is_superuser=True)
    eva.is_active = eva.is_superuser = False
    eva.save()
    eva.is_active = True
    eva.save(update_fields=["is_active"])
    eva.first_name = "Eva"
    eva.save()
    eva.delete()
    assert events("name") == [
        ("created", "eva"),
        ("administrator", "eva"),
        ("closed", "eva"),
        ("no_administrator", "eva"),
        ("activated", "eva"),
        ("deleted", "eva"),
    ]
    assert not AccessEvent.objects.exclude(user=None).exists()


@pytest.mark.parametrize("from_group", [False, True])
def test_groups_whichever_end_they_are_changed_from(eva, from_group):
    """One way is the form of a user, the other that of a network's editors."""
    first, second = (Group.objects.create(name=name) for name in ("Ekar", "Almar"))
    if from_group:
        first.user_set.add(eva)
        first.user_set.add(eva)
        second.user_set.set([eva])
        first.user_set.remove(eva)
        first.user_set.remove(eva)
        second.user_set.clear()
    else:
        eva.groups.add(first)
        eva.groups.add(first)
        eva.groups.add(second)
        eva.groups.remove(first)
        eva.groups.remove(first)
        eva.groups.clear()
    assert events("name", "added", "removed") == [
        ("groups", "eva", "Ekar", ""),
        ("groups", "eva", "Almar", ""),
        ("groups", "eva", "", "Ekar"),
        ("groups", "eva", "", "Almar"),
    ]


@given(steps=st.lists(st.sets(st.integers(0, 3)), max_size=6))
def test_the_log_leads_to_what_is(steps):
    """Whatever sets of groups a user is given one after the other, adding and removing by the log gives the last."""
    eva, _ = get_user_model().objects.get_or_create(username="eva")
    groups = [Group.objects.get_or_create(name=f"Grupp {number}")[0] for number in range(4)]
    eva.groups.clear()
    forget()
    for step in steps:
        eva.groups.set([groups[number] for number in step])
    names = set()
    for _, added, removed in events("added", "removed"):
        names = (names | set(added.splitlines())) - set(removed.splitlines())
    assert names == {group.name for group in eva.groups.all()}


def test_a_group_that_is_deleted_lets_its_members_go(eva):
    network = make_network("Miljönätverket")
    editors_of(network).group.user_set.add(eva)
    forget()
    network.delete()
    assert events("name", "removed") == [("groups", "eva", "Redaktörer: Miljönätverket")]


def test_what_comes_back_from_the_bin_is_noted_like_what_went(eva):
    network = make_network("Miljönätverket")
    editors_of(network).group.user_set.add(eva)
    PageViewRestriction.objects.create(page=network, restriction_type=PageViewRestriction.LOGIN)
    forget()
    item = put_page_in_bin(network, eva)
    went = set(events("name", "about"))
    forget()
    restore(item, eva)
    assert went == {("groups", "eva", ""), ("opened", "", "Miljönätverket")}
    assert set(events("name", "about")) == {("groups", "eva", ""), ("restricted", "", "Miljönätverket")}


def test_permissions_of_a_user_and_of_a_group(eva):
    group = Group.objects.create(name="Ekar")
    right = Permission.objects.get(codename="view_letter")
    eva.user_permissions.add(right)
    group.permissions.set([right])
    group.permissions.clear()
    assert events() == [
        ("permissions", "eva", "", "", "networks.view_letter", ""),
        ("group_permissions", "", "", "Ekar", "networks.view_letter", ""),
        ("group_permissions", "", "", "Ekar", "", "networks.view_letter"),
    ]


def test_a_new_password_is_noted_and_a_stronger_hash_is_not(eva, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS]
    before = eva.password
    assert Client().login(username="eva", password="hemligt")
    eva.refresh_from_db()
    assert eva.password != before
    eva.set_password("något helt annat")
    eva.save()
    eva.save()
    assert events("name") == [("log_in", "eva"), ("password", "eva")]


def test_second_factors(eva):
    first, _ = (Authenticator.objects.create(user=eva, type=sort, data={}) for sort in ("totp", "webauthn"))
    first.save()
    first.delete()
    eva.delete()
    assert events("name", "added", "removed") == [
        ("factor_added", "eva", "app med koder", ""),
        ("factor_added", "eva", "passkey", ""),
        ("factor_removed", "eva", "", "app med koder"),
        ("deleted", "eva", "", ""),
        ("factor_removed", "eva", "", "passkey"),
    ]


def test_what_an_administrator_does_in_the_admin_bears_her_name(admin_client, eva):
    network = make_network("Miljönätverket")
    editors = editors_of(network)
    forget()
    address = reverse("network_editors:edit", args=[editors.pk])
    seen = admin_client.get(address).context["form"]["seen"].value()
    assert admin_client.post(address, {"seen": seen, "people": [eva.pk], "reviewed": "on"}).status_code == 302
    form = {
        "username": "eva",
        "email": "eva@example.org",
        "first_name": "Eva",
        "last_name": "Ek",
        "is_superuser": "on",
    }
    assert admin_client.post(reverse("wagtailusers_users:edit", args=[eva.pk]), form).status_code == 302
    group = str(editors.group)
    assert sorted(events()) == [
        ("administrator", "eva", ADMINISTRATOR, "", "", ""),
        ("closed", "eva", ADMINISTRATOR, "", "", ""),
        ("groups", "eva", ADMINISTRATOR, "", "", group),
        ("groups", "eva", ADMINISTRATOR, "", group, ""),
        ("review_on", "", ADMINISTRATOR, group, "", ""),
    ]


def test_a_page_that_is_closed_and_opened(admin_client):
    network = make_network("Miljönätverket")
    group = Group.objects.create(name="Ekar")
    forget()
    address = reverse("wagtailadmin_pages:set_privacy", args=[network.pk])
    admin_client.post(address, {"restriction_type": "groups", "groups": [group.pk], "password": ""})
    admin_client.post(address, {"restriction_type": "password", "password": "hemligt", "groups": []})
    admin_client.post(address, {"restriction_type": "none", "password": "", "groups": []})
    assert not PageViewRestriction.objects.exists()
    found = events("by_name", "about", "added", "removed")
    assert {(kind, by, about) for kind, by, about, *_ in found} == {
        ("restricted", ADMINISTRATOR, "Miljönätverket"),
        ("opened", ADMINISTRATOR, "Miljönätverket"),
    }
    assert "Ekar" in [added for *_, added, _ in found]
    assert "hemligt" not in str(found)


def test_what_is_written_stays(eva):
    eva.groups.add(Group.objects.create(name="Ekar"))
    event = AccessEvent.objects.get()
    event.name = "nils"
    with pytest.raises(TypeError):
        event.save()


def test_a_rolled_back_change_is_not_noted(eva):
    with transaction.atomic():
        eva.groups.add(Group.objects.create(name="Ekar"))
        transaction.set_rollback(True)
    assert events() == []


def test_a_network_editor_changes_nothing_here(client):
    editor = make_editor(make_network("Miljönätverket"))
    client.force_login(editor)
    before = AccessEvent.objects.count()
    for name in ("access_report", "access_report_results"):
        assert client.get(reverse(name), headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
        assert client.get(reverse(name))["Location"] == reverse("wagtailadmin_home")
    assert reverse("access_report") not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert AccessEvent.objects.count() == before
