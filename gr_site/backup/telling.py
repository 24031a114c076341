"""What the commands say: a line with its time for each step, for a log, and on a terminal also how far it is."""

import sqlite3
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import Error
from django.utils import timezone

from .refusal import Refused


def say_to(stream):
    return lambda line: stream.write(f"{timezone.localtime():%Y-%m-%d %H:%M:%S} {line}")


def progress_on(stream):
    """``progress(done, of)``, which is silent where no person is watching."""

    def progress(done, of):
        if stream.isatty():
            stream.write(f"\r{done} av {of} filer", ending="\n" if done == of else "")
            stream.flush()

    return progress


@contextmanager
def faults_in_one_line():
    """What went wrong as a CommandError: one line on standard error, and error 1."""
    try:
        yield
    except Refused as fault:
        raise CommandError(str(fault)) from fault
    except OSError as fault:
        raise CommandError(f"Det gick inte: {fault.strerror or fault} ({fault.filename or 'okänd fil'}).") from fault
    except (Error, sqlite3.Error) as fault:
        raise CommandError(f"Databasen svarade inte som den ska: {' '.join(str(fault).split())}") from fault
