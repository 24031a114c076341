"""Reads environment variables. What is missing, mistyped or unsafe is refused in one line that names the variable and
never its value, which may be a secret."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

FALSE = ("false", "off", "n", "no", "0")
# Django's own check wants 50 characters. 32 random ones cannot be guessed either, and are what many tools make.
SHORTEST_SECRET, FEWEST_CHARACTERS = 32, 8
SHORTEST_TOKEN = 20
DATABASES = {"sqlite", "postgres", "postgresql"}
REDIS = {"redis", "rediss"}
REDIS_SECONDS = 0.2  # for a connection, and for an answer: a page asks several times


class Environment(environ.Env):
    """``environ.Env``, except that an empty variable counts as missing (Docker Compose writes those), that a word
    which is neither true nor false is refused, that the entries of a list are stripped, and that a value which begins
    with ``$`` is itself and not another variable's: random secrets may begin so."""

    def get_value(self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, parse_default: bool = False):
        """The value of ``var``. Raises ImproperlyConfigured."""
        given = self.ENVIRON.get(var, "").strip()
        if not given and default is self.NOTSET:
            raise ImproperlyConfigured(f"{var} is missing from the environment.")
        if not given:
            return default
        if cast is bool and given.lower() not in (*self.BOOLEAN_TRUE_STRINGS, *FALSE):
            raise ImproperlyConfigured(f"{var} must be True or False.")
        try:
            value = self.parse_value(given, cast)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var} must be a number.") from error
        return [each.strip() for each in value if each.strip()] if isinstance(value, list) else value

    def number(self, var: str, default: int) -> int:
        """A whole number from 0 on. Raises ImproperlyConfigured."""
        value = self.int(var, default=default)
        if value < 0:
            raise ImproperlyConfigured(f"{var} must be 0 or more.")
        return value

    def secret(self, var: str) -> str:
        """A text that nobody can guess. Raises ImproperlyConfigured."""
        value = self.str(var)
        if len(value) < SHORTEST_SECRET or len(set(value)) < FEWEST_CHARACTERS:
            raise ImproperlyConfigured(f"{var} is too easy to guess: it needs 50 random characters.")
        return value

    def token(self, var: str, default: str) -> str:
        """A text that nobody can guess, for a header of a request. Raises ImproperlyConfigured."""
        value = self.str(var, default=default)
        if value and not re.fullmatch("[!-~]+", value):
            raise ImproperlyConfigured(f"{var} must have letters, digits and signs of ASCII only.")
        if value and (len(value) < SHORTEST_TOKEN or len(set(value)) < FEWEST_CHARACTERS):
            raise ImproperlyConfigured(f"{var} is too easy to guess: it needs {SHORTEST_TOKEN} random letters.")
        return value

    def people(self, var: str, default: list[str]) -> list[tuple[str, str]]:
        """E-mail addresses, as Django's ADMINS has them. Raises ImproperlyConfigured."""
        addresses = self.list(var, default=default)
        try:
            for address in addresses:
                validate_email(address)
        except ValidationError as error:
            raise ImproperlyConfigured(f"{var} must be e-mail addresses with commas between.") from error
        return [("", address) for address in addresses]

    def hosts(self, var: str) -> list[str]:
        """Names of hosts. Raises ImproperlyConfigured for an address, and for ``*``, which is any host at all."""
        names = self.list(var)
        if not names or any(set(name) & set("*/ ") for name in names):
            raise ImproperlyConfigured(f"{var} must name the site's hosts, such as natverk.example.org, and never *.")
        return names

    def address(self, var: str, default: str) -> str:
        """The address of a site without a path: ``https://natverk.example.org``. Raises ImproperlyConfigured."""
        with refusing(f"{var} must be an address such as https://natverk.example.org."):
            parts = urlsplit(self.str(var, default=default).rstrip("/"))
            if (
                parts.scheme not in {"http", "https"}
                or not parts.hostname
                or parts.path
                or parts.query
                or parts.port == 0
            ):
                raise ValueError(var)
        return parts.geturl()

    def dsn(self, var: str, default: str) -> str:
        """The address of a project of a Sentry, with its key. Raises ImproperlyConfigured."""
        address = self.str(var, default=default)
        with refusing(f"{var} must be an address such as https://key@sentry.example.org/1."):
            parts = urlsplit(address)
            if address and not (
                parts.scheme in {"http", "https"}
                and parts.username
                and parts.hostname
                and parts.port != 0
                and re.fullmatch("[0-9]+", parts.path.rpartition("/")[2])
            ):
                raise ValueError(var)
        return address

    def database(self, var: str, default: str) -> dict[str, Any]:
        """A database of Django's DATABASES. Raises ImproperlyConfigured for an address that is none of ours."""
        with refusing(f"{var} must be an address such as postgres://user:password@host/name."):
            address = self.str(var, default=default)
            # environ only warns of these, and its warning would print the password.
            scheme, host = urlsplit(address)[:2]
            if scheme not in DATABASES or (scheme == "sqlite" and host not in {"", ":memory:"}):
                raise ValueError(var)
            found = self.db_url_config(address)
            if not found["NAME"]:
                raise ValueError(var)
        return found

    def cache(self, var: str, default: str) -> dict[str, Any]:
        """A cache of Django's CACHES: Redis, or each process's memory where there is no address. Raises
        ImproperlyConfigured."""
        address = self.str(var, default=default)
        if not address:
            return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
        with refusing(f"{var} must be an address such as redis://:password@host:6379/0."):
            parts = urlsplit(address)
            if parts.scheme not in REDIS or not parts.hostname or parts.port == 0:
                raise ValueError(var)
            if not re.fullmatch("/?[0-9]{0,3}", parts.path) or parts.query:
                raise ValueError(var)
        return {
            "BACKEND": "gr_site.shared_cache.backend.SharedCache",
            "LOCATION": address,
            "OPTIONS": {"socket_connect_timeout": REDIS_SECONDS, "socket_timeout": REDIS_SECONDS},
        }


@contextmanager
def refusing(message: str = "") -> Iterator[None]:
    """Turn any error about a value into an ImproperlyConfigured with ``message``, or else with the error's words."""
    try:
        yield
    except (ValueError, KeyError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(message or str(error)) from error


env = Environment()
