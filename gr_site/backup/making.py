"""Makes a backup: first the database as it is at one moment, then the files.

What is uploaded later is perhaps among the files, and nothing refers to it. What is removed meanwhile is perhaps
missing, and is counted.
"""

import os
from contextlib import contextmanager

from django.db import connection
from django.template.defaultfilters import filesizeformat
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from . import copying, databases, disk, manifest, media, retention, shelf, versions
from .refusal import Refused


def make(folder, moment, say, progress):
    """Make a backup in ``folder``, named after ``moment`` in UTC. Gives its path.

    ``say(line)`` is told of each step and ``progress(done, of)`` of each file. Raises Refused and OSError.
    """
    uploads = media.root()
    _apart(folder, uploads)
    with _private(), shelf.locked(folder):
        disk.need(folder, databases.engine().size() + media.size(uploads))
        with shelf.place(folder, moment) as half:
            files = {**_database(half, say), **_uploads(uploads, half, say, progress)}
            whole = manifest.Manifest(moment, connection.vendor, versions.versions(), versions.applied(), files)
            manifest.write(half, whole)
    path = folder / moment.strftime(shelf.FORMAT)
    say(f"Klart: {path}, {len(files)} filer, {filesizeformat(whole.size)}.")
    return path


def thin(folder, newest, weeks, months, say):
    """Remove the backups in ``folder`` that are too many."""
    with shelf.locked(folder):
        there = shelf.whole(folder)
        for moment in sorted(there.keys() - retention.kept(there, newest, weeks, months)):
            shelf.remove(there[moment])
            say(f"Borttagen, för gammal: {there[moment]}")


def _database(half, say):
    engine = databases.engine()
    engine.dump(half / engine.NAME)
    file = copying.described(half / engine.NAME)
    say(f"Databasen är kopierad: {filesizeformat(file.size)}.")
    return {engine.NAME: file}


def _uploads(uploads, half, say, progress):
    files, gone, there = {}, 0, media.names(uploads)
    if not there and (get_image_model().objects.exists() or get_document_model().objects.exists()):
        raise Refused(f"{uploads} är tom fast databasen har uppladdade filer. Är rätt mapp eller disk monterad?")
    for number, name in enumerate(there, start=1):
        try:
            files[f"{media.FOLDER}/{name}"] = copying.copy(uploads / name, half / media.FOLDER / name)
        except FileNotFoundError:
            gone += 1
        progress(number, len(there))
    say(f"{len(files)} uppladdade filer är kopierade.")
    if gone:
        say(f"{gone} filer togs bort av någon under tiden och är inte med.")
    return files


def _apart(folder, uploads):
    """A backup in the folder of uploaded files would be in the next backup."""
    if uploads.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise Refused(f"{folder} ligger bland de uppladdade filerna (MEDIA_ROOT). Välj en annan mapp.")


@contextmanager
def _private():
    """What is written here is for the account that runs it alone: it has addresses and passwords' digests in it."""
    usual = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(usual)
