"""The site's first administrator, whose password is never written where others read it."""

import os
from pathlib import Path

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser


def has_administrator() -> bool:
    return get_user_model().objects.filter(is_superuser=True, is_active=True).exists()


def make_with_link(name: str, email: str, file: Path) -> AbstractUser:
    """An administrator without a password, and in ``file``, which only its owner may read, an address at which one is
    chosen: once, and within ``settings.PASSWORD_RESET_TIMEOUT`` seconds. Raises OSError where ``file`` cannot be made
    or exists, and makes nobody then."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        user = get_user_model().objects.create_superuser(name, email)
        out.write(f"{password_link(user)}\n")
    return user


def password_link(user: AbstractUser) -> str:
    """The address in the letter to somebody who has forgotten her password."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return get_adapter().get_reset_password_from_key_url(key)
