"""PostgreSQL, by its own ``pg_dump`` and ``pg_restore``. The password goes through the environment, which other users
of the machine cannot see, and never onto a command line."""

import os
import shutil
import subprocess

from django.db import connection

from ..refusal import Refused

NAME = "database.dump"


def size():
    """Bytes, at most: the dump is compressed and has no indexes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def dump(target):
    """Write the database to the file ``target``, as it is when this begins. Raises Refused."""
    _run("pg_dump", "--format=custom", f"--file={target}")


def restore(source):
    """Read the file ``source`` into the empty database, all or nothing. Raises Refused."""
    _run("pg_restore", "--single-transaction", "--exit-on-error", str(source))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # or the first visitors would wait for plans made of guesses


def _run(name, *arguments):
    program = shutil.which(name)
    if program is None:
        raise Refused(
            f"{name} finns inte här. Installera PostgreSQL:s klientprogram (Debian, Ubuntu: postgresql-client), "
            "i serverns version eller en nyare."
        )
    connecting, environment = _connecting()
    command = [program, "--no-owner", "--no-privileges", "--no-password", *connecting, *arguments]
    done = subprocess.run(  # noqa: S603 - the program of that name, and arguments of our own
        command, env=os.environ | environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"{name} gav upp: {' '.join(done.stderr.split()) or done.returncode}")


def _connecting():
    """``(arguments, environment)`` that name the site's database to a program of PostgreSQL's, as ``dbshell`` does."""
    [_, *arguments, name], secrets = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    return [*arguments, f"--dbname={name}"], secrets or {}
