import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.cache import cache

WORD = "hemligt-ord-for-alva"


@pytest.fixture(autouse=True)
def _nothing_counted_before():
    cache.clear()


@pytest.fixture
def alva(site):
    """An administrator with a password."""
    return get_user_model().objects.create_superuser("alva", "alva@example.org", WORD, first_name="Alva")


@pytest.fixture
def log_in(client):
    def log_in(name="alva", word=WORD, client=client, **more):
        return client.post("/konto/login/", {"login": name, "password": word}, **more)

    return log_in


@pytest.fixture
def app(alva):
    """The secret in Alva's app, which is her second factor."""
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    Authenticator.objects.create(user=alva, type="totp", data={"secret": get_adapter().encrypt(secret)})
    return secret
