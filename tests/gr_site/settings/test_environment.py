"""Environment variables are read, or refused in a line that names the variable and keeps its value to itself."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from gr_site.settings.environment import Environment

READERS = {
    "str": lambda env: env.str("X"),
    "bool": lambda env: env.bool("X"),
    "number": lambda env: env.number("X", default=3),
    "list": lambda env: env.list("X"),
    "secret": lambda env: env.secret("X"),
    "token": lambda env: env.token("X", default=""),
    "people": lambda env: env.people("X", default=[]),
    "hosts": lambda env: env.hosts("X"),
    "address": lambda env: env.address("X", default="http://localhost"),
    "dsn": lambda env: env.dsn("X", default=""),
    "database": lambda env: env.database("X", default="sqlite:///site.sqlite3"),
    "cache": lambda env: env.cache("X", default=""),
}
VALUES = st.text() | st.from_regex(r"(https?|postgres|sqlite|mysql|rediss?)://[a-z*:@/0-9\[\]]{0,20}", fullmatch=True)


def read(kind, value):
    env = Environment()
    env.ENVIRON = {} if value is None else {"X": value}
    return READERS[kind](env)


@pytest.mark.parametrize("kind", READERS)
@given(value=VALUES)
def test_any_text_is_read_or_refused_without_being_shown(kind, value):
    try:
        read(kind, value)
    except ImproperlyConfigured as refusal:
        assert str(refusal).startswith("X ")
        assert "\n" not in str(refusal)
        if len(value) > 12:
            assert value not in str(refusal)


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        ("str", "$dollars", "$dollars"),
        ("str", " padded ", "padded"),
        ("bool", "True", True),
        ("bool", "off", False),
        ("number", "", 3),
        ("number", "0", 0),
        ("list", "a, b ,,", ["a", "b"]),
        ("secret", "$" + "0123456789abcdef" * 4, "$" + "0123456789abcdef" * 4),
        ("token", None, ""),
        ("token", "0123456789abcdef-_+/", "0123456789abcdef-_+/"),
        ("people", None, []),
        ("people", "a@example.org, b@example.org", [("", "a@example.org"), ("", "b@example.org")]),
        ("dsn", None, ""),
        ("dsn", "https://key@sentry.example.org/sub/1", "https://key@sentry.example.org/sub/1"),
        ("hosts", "a.example, .example.org,[::1]", ["a.example", ".example.org", "[::1]"]),
        ("address", "https://a.example:8443/", "https://a.example:8443"),
        ("address", None, "http://localhost"),
    ],
)
def test_values(kind, value, found):
    assert read(kind, value) == found


def test_databases():
    assert read("database", "postgres://a:b%40@host:5/name") | {"ENGINE": ""} == {
        "ENGINE": "", "NAME": "name", "USER": "a", "PASSWORD": "b@", "HOST": "host", "PORT": 5,
    }  # fmt: skip
    assert read("database", None)["NAME"] == "site.sqlite3"


def test_caches():
    assert read("cache", "redis://:secret@host:6379/2")["LOCATION"] == "redis://:secret@host:6379/2"
    assert read("cache", None) == {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("str", None, "X is missing from the environment."),
        ("str", " ", "X is missing from the environment."),
        ("bool", "ja", "X must be True or False."),
        ("number", "fjorton", "X must be a number."),
        ("number", "-1", "X must be 0 or more."),
        ("secret", "x", "X is too easy to guess: it needs 50 random characters."),
        ("secret", "x" * 60, "X is too easy to guess: it needs 50 random characters."),
        ("token", "0123456789abcdef-_+", "X is too easy to guess: it needs 20 random letters."),
        ("token", "x" * 60, "X is too easy to guess: it needs 20 random letters."),
        ("token", "0123456789 0123456789abc", "X must have letters, digits and signs of ASCII only."),
        ("people", "a@example.org,Alva", "X must be e-mail addresses with commas between."),
        ("people", "Alva <a@example.org>", "X must be e-mail addresses with commas between."),
        *(
            ("dsn", wrong, "X must be an address such as https://key@sentry.example.org/1.")
            for wrong in (
                "sentry.example.org/1",
                "https://sentry.example.org/1",
                "https://key@/1",
                "ftp://key@a.se/1",
                "https://key@sentry.example.org/",
                "https://key@sentry.example.org:x/1",
            )
        ),
        ("hosts", "*", "X must name the site's hosts, such as natverk.example.org, and never *."),
        ("hosts", "https://a.example", "X must name the site's hosts, such as natverk.example.org, and never *."),
        ("address", "a.example", "X must be an address such as https://natverk.example.org."),
        ("cache", "memcached://host", "X must be an address such as redis://:password@host:6379/0."),
        ("cache", "redis://host/first", "X must be an address such as redis://:password@host:6379/0."),
        ("database", "nonsense", "X must be an address such as postgres://user:password@host/name."),
        ("database", "mysql://a:b@c/d", "X must be an address such as postgres://user:password@host/name."),
        ("database", "postgres://a:b@host/", "X must be an address such as postgres://user:password@host/name."),
        ("database", "postgres://a:b@host:port/d", "X must be an address such as postgres://user:password@host/name."),
    ],
)
def test_refusals(kind, value, message):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(kind, value)
    assert str(refusal.value) == message
