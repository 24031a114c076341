"""Throw-away databases, one for each number of events. The site's own database is never opened."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import environ
from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import load_backend

SQLITE = "django.db.backends.sqlite3"


class Refused(Exception):
    """The databases cannot be made, and why."""


class Database:
    """A database that can stand in for the site's own. It has its own connection, which stays open, and cache."""

    def __init__(self, config, name):
        whole = connections.configure_settings({DEFAULT_DB_ALIAS: config})[DEFAULT_DB_ALIAS]
        self.connection = load_backend(whole["ENGINE"]).DatabaseWrapper(whole, DEFAULT_DB_ALIAS)
        self.name = name

    @contextmanager
    def in_use(self):
        """Everything in the block that uses the default database uses this one."""
        own, prefix = connections[DEFAULT_DB_ALIAS], cache.key_prefix
        connections[DEFAULT_DB_ALIAS], cache.key_prefix = self.connection, self.name
        try:
            yield self
        finally:
            connections[DEFAULT_DB_ALIAS], cache.key_prefix = own, prefix


class SqliteFiles:
    """Databases as files in ``directory``. Those that it holds already are kept and used."""

    label = "SQLite"

    def __init__(self, directory):
        self.directory = Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)

    def open(self, name):
        own = settings.DATABASES[DEFAULT_DB_ALIAS]
        options = dict(own.get("OPTIONS", {})) if own["ENGINE"] == SQLITE else {}
        return Database({"ENGINE": SQLITE, "NAME": self._path(name), "OPTIONS": options}, name)

    def create(self, name):
        """An empty file, unless there is one."""
        self._path(name).touch()

    def copy(self, source, name):
        """``source`` must be closed. A file that is there already stays as it is."""
        if not self._path(name).exists():
            shutil.copyfile(self._path(source), self._path(name))

    def drop_all(self):
        """Nothing: whoever chose the directory keeps it or removes it as a whole."""

    def _path(self, name):
        return self.directory / f"{name}.sqlite3"


class ServerDatabases:
    """Databases on the PostgreSQL server of ``url``, beside the one it names, which is left alone.

    Raises Refused rather than touch a database that exists.
    """

    label = "PostgreSQL"

    def __init__(self, url):
        self.config = environ.Env.db_url_config(url)
        self.made = []
        if not self.config["ENGINE"].endswith("postgresql"):
            raise Refused("--database-url names no PostgreSQL server. SQLite needs no address.")

    def open(self, name):
        return Database(self.config | {"NAME": self._name(name)}, name)

    def create(self, name):
        self._make(name, "")

    def copy(self, source, name):
        """``source`` must be closed: PostgreSQL copies no database that is in use."""
        self._make(name, f" TEMPLATE {self._quoted(source)}")

    def drop_all(self):
        for name in self.made:
            self._execute(f"DROP DATABASE {self._quoted(name)} WITH (FORCE)")

    def _make(self, name, template):
        with self._server() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self._name(name)])
            if cursor.fetchone():
                raise Refused(f"The database {self._name(name)} exists already. Remove it, or use another server.")
        self._execute(f"CREATE DATABASE {self._quoted(name)}{template}")
        self.made.append(name)

    def _execute(self, statement):
        with self._server() as cursor:
            cursor.execute(statement)

    def _server(self):
        return self.open("server").connection._nodb_cursor()

    def _name(self, name):
        return f"{self.config['NAME']}_{name}"

    def _quoted(self, name):
        return '"' + self._name(name).replace('"', '""') + '"'
