"""What somebody sends who does not fill in the site's forms but breaks them: hostile values, at every address.

Which values are tried in which places is drawn by the address's name, so that they are the same each time.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.db import connection, transaction

from tests.drained import drained
from tests.hostile_values import SCRIPT, VALUES
from tests.stateful.forms import Form

from .asking import HARMLESS, KINDS, WAY_ON, WORDS, Asker
from .families import level_of, named_routes
from .walk import NotesNames, addresses, filled

FORM = "application/x-www-form-urlencoded"
UNKNOWN = "obekant"
LONGEST = 4_000  # characters of a query or of an argument in a path; servers refuse longer ones


@dataclass(frozen=True)
class Attempt:
    """What is sent. ``what`` says in a failure what was spoiled."""

    method: str
    path: str
    what: tuple
    body: bytes = b""
    content_type: str = FORM


@dataclass
class Seen:
    """The names that an address asks a query and a body for, and the forms that it shows."""

    names: dict[str, set[str]] = field(default_factory=lambda: {"get": HARMLESS, "post": HARMLESS})
    forms: list[Form] = field(default_factory=list)


#: Bodies that are no form, or none of the site's: ``(body, content type)``.
BODIES = [
    (b"", FORM),
    (b"%ff%fe=%zz&=&&a", FORM),
    (b"a=1", f"{FORM}; charset=utf-7"),
    (b"a=1", f"{FORM}; charset=x"),
    (b"a=1", "text/plain"),
    (b"a=1", "multipart/form-data"),
    (b"a=1", "multipart/form-data; boundary=x"),
    (b'--x\r\nContent-Disposition: form-data; name="a\x00"\r\n\r\n1', "multipart/form-data; boundary=x"),
    *(
        (body, "application/json")
        for body in (
            b"",
            b"[]",
            b"null",
            b"[" * 30_000,
            b"\xff\xfe",
            b'{"text": "\\ud800"}',
            b'{"id": {"x": [null]}, "title": {}}',
        )
    ),
]


def each_route(key, uid):
    """One address of each route, ``[(level, address)]``."""
    names = named_routes()
    found = {}
    for address in addresses(key, KINDS, WORDS | {"key": [uid]}, prefix=""):
        found.setdefault(address.route, (level_of(names[address.route]), address))
    return list(found.values())


def attempts(address, seen, most):
    """At most ``most`` of the ways to break the address, drawn by its name. Each spoils another place."""
    random = Random(f"{address.name} {address.route}")  # noqa: S311 - to repeat itself is what it is for
    ways = [
        *(partial(_in_path, address, name) for name in address.arguments),
        *(partial(_in_query, address, [name]) for name in sorted({*seen.names["get"], UNKNOWN})),
        partial(_in_query, address, sorted(seen.names["get"] - {WAY_ON})),
        *(partial(_in_body, address, [name]) for name in sorted({*seen.names["post"], UNKNOWN})),
        partial(_in_body, address, sorted(seen.names["post"] - {WAY_ON})),
        *(partial(_as_body, address, *body) for body in BODIES),
        *(partial(way, form, name) for form in seen.forms for name in form.data for way in _IN_FORMS),
    ]
    for way in random.sample(ways, min(most, len(ways))):
        yield way(random)


def _in_path(address, name, random):
    value = random.choice([value for value in VALUES if not isinstance(value, list)])
    return Attempt("get", filled(address.route, address.arguments | {name: _quoted(value)[:LONGEST]}), (name, value))


def _in_query(address, names, random):
    value = random.choice(VALUES)
    return Attempt("get", f"{address.path}?{_encoded(dict.fromkeys(names, value))[:LONGEST]}", (*names, value))


def _in_body(address, names, random):
    value = random.choice(VALUES)
    return Attempt("post", address.path, (*names, value), _encoded(dict.fromkeys(names, value)).encode())


def _as_body(address, body, content_type, random):
    return Attempt("post", address.path, (body[:80], content_type), body, content_type)


def _spoiled(form, name, random):
    return _posted(form, {name: random.choice(VALUES)})


def _several_spoiled(form, name, random):
    names = random.sample(sorted(form.data), min(3, len(form.data)))
    return _posted(form, dict.fromkeys([name, *names], random.choice(VALUES)))


def _left_out(form, name, random):
    return _posted(form, {name: []})


_IN_FORMS = [_spoiled, _several_spoiled, _left_out]


def _posted(form, values):
    body = _encoded(dict(form.data.lists()) | values).encode()
    return Attempt("post", form.address, tuple(values.items()), body)


def _encoded(data):
    """``{name: value or list of values}`` as a query or a body."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    return "&".join(f"{quote(name, safe='')}={_quoted(each)}" for name, values in lists.items() for each in values)


def _quoted(value):
    broken = isinstance(value, bytes) and value.startswith(b"%")
    return value.decode() if broken else quote(value, safe="")


def look(client, address):
    """What the address asks for and shows to whoever does nothing bad. ``client`` is one that notes names."""
    seen = Seen({}, [])
    for method in ("get", "post"):
        NotesNames.last = {}
        with rolled_back(client):
            response = drained(getattr(client, method)(address.path))
        seen.names[method] = set(NotesNames.last[method].asked) if NotesNames.last else set()
        if method == "get" and response.status_code == 200 and "html" in response.get("Content-Type", ""):
            seen.forms = _forms(response.getvalue().decode(), address.path)
    return seen


def _forms(html, address):
    tags = BeautifulSoup(html, "lxml").find_all("form", method=lambda value: (value or "").lower() == "post")
    return [form for form in (Form(tag, address) for tag in tags) if form.address.startswith("/")]


@contextmanager
def rolled_back(client):
    """Within it, whatever is written is undone, and ``client`` stays logged in even if it asks to be logged out."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


class Breaker(Asker):
    """Somebody who sends attempts. ``broken`` has what the site should not have answered: ``(name, attempt, why)``."""

    MOST_ROWS = 200  # that one attempt may write
    # What is written at these addresses is about whoever is logged in, and may log her out.
    OWN = ("wagtailadmin_account", "wagtailadmin_logout", "account_", "mfa_", "usersessions", "end_all_sessions")

    def __init__(self, client, markers=(), keeps=False):
        super().__init__(client, markers)
        self.broken, self.keeps = [], keeps

    def send(self, name, attempt):
        session = self.client.session.session_key if self.client.cookies else None
        written = []
        with transaction.atomic(), connection.execute_wrapper(partial(_count_rows, written)):
            response = drained(
                self.client.generic(
                    attempt.method.upper(), attempt.path, attempt.body, content_type=attempt.content_type
                )
            )
            transaction.set_rollback(not self.keeps or name.startswith(self.OWN))
        if session:
            self.client.cookies[django_settings.SESSION_COOKIE_NAME] = session
        why = [*_faults(response), *(["rows"] if sum(written) > self.MOST_ROWS else [])]
        shown = response.getvalue().decode(errors="replace").replace(attempt.path, "").lower()  # it may lead to itself
        why += [marker for marker in self._markers if marker in shown]
        if why:
            self.broken.append((name, attempt.method, attempt.path[:200], str(attempt.what)[:200], why))
        return response


def _count_rows(written, execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if sql.startswith(("INSERT", "UPDATE", "DELETE")):
        written.append(max(context["cursor"].rowcount, 0))
    return result


def _faults(response):
    text = response.getvalue()
    away = urlsplit(response.get("Location", "").replace("\\", "/")).netloc
    if response.status_code >= 500:
        yield response.status_code
    if b"Traceback (most recent call last)" in text:
        yield "traceback"
    if SCRIPT.encode() in text and "html" in response.get("Content-Type", ""):
        yield "script"
    if away not in ("", "testserver"):
        yield f"leads to {away}"
