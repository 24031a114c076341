"""An e-mail address opens an account: its owner cannot change it unasked, and it belongs to one account."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def berit(django_user_model):
    return django_user_model.objects.create_user("berit", "berit@example.org")


def test_whoever_sits_at_an_open_session_cannot_change_it(client, alva):
    alva.is_superuser = True
    alva.save()
    client.force_login(alva)
    address, account = alva.email, reverse("wagtailadmin_account")
    assert "name_email-first_name" in client.get(account).content.decode()
    response = client.post(
        account,
        {
            "name_email-first_name": "Alva",
            "name_email-last_name": "Ek",
            "name_email-email": "annan@example.org",
            "locale-preferred_language": "",
            "locale-current_time_zone": "",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )
    alva.refresh_from_db()
    assert response.status_code == 302
    assert (alva.last_name, alva.email) == ("Ek", address)


@pytest.mark.parametrize(
    ("username", "email", "refused"),
    [
        ("cecilia", "cecilia@example.org", set()),
        ("cecilia", "Berit@Example.ORG", {"email"}),
        ("cecilia", "berit@example.org ", {"email"}),
        ("BERIT@example.org", "cecilia@example.org", {"username"}),
        ("Berit", "cecilia@example.org", {"username"}),
    ],
)
@pytest.mark.parametrize("new", [True, False])
def test_one_account_for_each(admin_client, django_user_model, berit, username, email, refused, new):
    data = {"first_name": "Cecilia", "last_name": "Ek", "username": username, "email": email, "is_active": "on"}
    address = reverse("wagtailusers_users:add")
    if new:
        data |= dict.fromkeys(["password1", "password2"], "sju gröna stolar i hallen")
    else:
        other = django_user_model.objects.create_user("cilla", "cilla@example.org")
        address = reverse("wagtailusers_users:edit", args=[other.pk])
    response = admin_client.post(address, data)
    assert (set() if response.status_code == 302 else set(response.context["form"].errors)) == refused


def test_what_two_had_before_stays(admin_client, django_user_model, berit):
    other = django_user_model.objects.create_user("cecilia", "berit@example.org")
    data = {"first_name": "Cecilia", "last_name": "Ek", "username": "cecilia", "email": "berit@example.org"}
    assert admin_client.post(reverse("wagtailusers_users:edit", args=[other.pk]), data).status_code == 302
