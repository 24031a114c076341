"""What a backup was made of, and whether this site can take it."""

import platform
import tomllib

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from . import databases
from .refusal import Refused


def versions():
    """``{"site": "0.1.0", "python": …}``, for people to read. Only the database's is ever compared."""
    return {
        "site": _site_version(),
        "python": platform.python_version(),
        "django": django.__version__,
        "wagtail": wagtail.__version__,
        "database": databases.version(),
    }


def applied():
    """``app.name`` of each migration that is both in the database and in the code."""
    there = {".".join(key) for key in MigrationRecorder(connection).applied_migrations()}
    return sorted(there & _in_code())


def missing_migrations(manifest):
    """How many migrations this code has that the backup lacks: ``migrate`` applies them after the restore."""
    return len(_in_code() - set(manifest.migrations))


def compare(manifest):
    """Raises Refused where this site can't take the backup: another engine, an older database, or older code."""
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    here = connection.vendor
    if manifest.engine != here:
        theirs = names.get(manifest.engine, manifest.engine)
        raise Refused(f"Kopian är från {theirs} och den här webbplatsens databas är {names[here]}: det går inte.")
    if here == "postgresql" and _major(manifest.versions["database"]) > _major(databases.version()):
        theirs = manifest.versions["database"]
        raise Refused(
            f"Kopian är från PostgreSQL {theirs} och den här databasen är {databases.version()}, som är äldre."
        )
    if unknown := sorted(set(manifest.migrations) - _in_code()):
        site = manifest.versions["site"]
        raise Refused(
            f"Kopian är från en nyare version av webbplatsen ({site}): {unknown[0]} saknas här. "
            "Återställ med den versionen."
        )


def _in_code():
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    return {".".join(key) for key in loader.disk_migrations}


def _major(version):
    return int(version.partition(".")[0])


def _site_version():
    try:
        project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:  # only the code was installed
        return "okänd"
    return project["project"]["version"]
