"""Encrypts short secrets with a key that is derived from ``SECRET_KEY``."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

__all__ = ["InvalidToken", "decrypt", "encrypt"]


def encrypt(text: str) -> str:
    """A Fernet token (AES in CBC mode with an HMAC), in ASCII."""
    return _fernet().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """Raises InvalidToken if neither ``SECRET_KEY`` nor one of ``SECRET_KEY_FALLBACKS`` made the token."""
    return _fernet().decrypt(token.encode()).decode()


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    """32 bytes in base64url. ``SECRET_KEY`` is random and long, so one round of hashing is enough."""
    return base64.urlsafe_b64encode(hashlib.sha256(b"gr_site.signing_in." + secret.encode()).digest())
