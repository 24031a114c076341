"""Between ``migrate`` and ``start_site`` there is no page of ours, and still nothing of the site fails."""

import pytest
from django.contrib.auth import get_user_model

from tests.drained import drained
from tests.gr_site.every_address import KINDS, WORDS
from tests.networks.rights.walk import addresses

pytestmark = pytest.mark.django_db
KEY = {"key": ["0b5b8d2c-6f0e-4c39-9a0e-3f1d0d6f2a11"]}


@pytest.mark.parametrize("path", ["/konto/login/", "/en/konto/login/"])
def test_somebody_can_log_in(migrated, client, path):
    assert client.get(path).status_code == 200


def test_no_public_address_fails(migrated, client):
    client.raise_request_exception = False
    found = {each.path for each in addresses(1, KINDS, WORDS | KEY, prefix="")}
    public = sorted(path for path in {*found, "/", "/finns-inte/"} if not path.startswith("/admin/"))
    answers = {path: drained(client.get(path)).status_code for path in public}
    assert {path: status for path, status in answers.items() if status >= 500} == {}


def test_an_administrator_gets_in(migrated, client):
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt"))
    assert client.get("/admin/", follow=True).status_code == 200
