"""axe-core on every page of logging in, as an editor goes through them."""

import pytest

from gr_site.demo.login import CENTRAL, PASSWORD

from . import axe
from .conftest import new_context
from .shapes import in_all_shapes

pytestmark = pytest.mark.accessibility
BEFORE = ["login/", "password/reset/", "password/reset/done/", "password/reset/key/x-y/", "inactive/", "signup/"]
AFTER = [
    "2fa/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/totp/activate/",
    "password/change/",
    "sessions/",
    "logout/",
]


@pytest.fixture
def account(browser, demo):
    context = new_context(browser)
    axe.give(context)
    page = context.new_page()
    page.root = f"{demo.url}/konto/"
    yield page
    context.close()


def test_no_page_has_a_violation(account):
    found = {}

    def examine(name):
        in_all_shapes(account, name, found)

    for name in BEFORE:
        account.goto(account.root + name)
        examine(name)
    account.goto(f"{account.root}login/?next=/konto/2fa/totp/activate/")
    account.fill("[name=login]", CENTRAL)
    account.fill("[name=password]", "fel")
    account.get_by_role("button", name="Logga in", exact=True).click()
    account.get_by_text("stämmer inte").wait_for()
    examine("login/, wrong password")
    account.fill("[name=password]", PASSWORD)
    account.get_by_role("button", name="Logga in", exact=True).click()
    account.wait_for_url("**/reauthenticate/**")
    examine("reauthenticate/")
    account.fill("[name=password]", PASSWORD)
    account.get_by_role("button", name="Fortsätt").click()
    account.wait_for_url("**/totp/activate/")
    for name in AFTER:
        account.goto(account.root + name)
        examine(name)
    assert found == {}
