"""Reads a backup into an empty site. Everything is checked before anything is written.

The files come first and the database last, in one transaction: until then there is no site. If it is interrupted, run
it again: the files that are there already are the backup's own.
"""

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from networks.models import Letter

from . import checking, copying, databases, disk, manifest, media, shelf, versions
from .refusal import Refused


def check(folder, say):
    """The ``Manifest`` of the backup in ``folder``, which is whole and of this engine and version. Raises Refused."""
    _one(folder)
    found = manifest.read(folder)
    versions.compare(found)
    checking.require_whole(folder, found)
    made = f"{found.made:%Y-%m-%d %H:%M} UTC"
    say(f"Kopian från {made} är hel: {len(found.files)} filer, {filesizeformat(found.size)}.")
    return found


def restore(folder, say, progress):
    """Raises Refused and OSError."""
    found, uploads = check(folder, say), media.root()
    _require_empty(uploads, found)
    uploads.mkdir(parents=True, exist_ok=True)
    disk.need(uploads, found.size)
    _uploads(folder, found, uploads, progress)
    say("De uppladdade filerna är återställda.")
    databases.engine().restore(folder / databases.engine().NAME)
    say("Databasen är återställd.")
    for line in _left_to_do(found):
        say(line)


def _one(folder):
    if several := shelf.whole(folder):
        newest = list(several.values())[-1]
        raise Refused(f"{folder} har {len(several)} kopior. Säg vilken; den nyaste är {newest}")


def _require_empty(uploads, found):
    if not databases.is_empty():
        raise Refused("Databasen är inte tom. Återställ bara i en ny, tom databas, där migrate inte har körts.")
    for name in media.names(uploads):
        file = found.files.get(f"{media.FOLDER}/{name}")
        if file is None or copying.described(uploads / name).sha256 != file.sha256:
            raise Refused(f"{uploads} är inte tom: {name} hör inte till kopian. Ange en tom mapp i MEDIA_ROOT.")


def _uploads(folder, found, uploads, progress):
    """Each file gets its name when it is whole, so that a restore that was interrupted can be run again."""
    unfinished = uploads / media.UNFINISHED
    names = [name for name in found.files if name.startswith(f"{media.FOLDER}/")]
    for number, name in enumerate(names, start=1):
        unfinished.unlink(missing_ok=True)
        copying.copy(folder / name, unfinished)
        copying.flush(unfinished)
        copying.date(unfinished, found.files[name].changed)
        unfinished.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        target = uploads / name.removeprefix(f"{media.FOLDER}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(target)
        progress(number, len(names))


def _left_to_do(found):
    newer = versions.missing_migrations(found)
    if newer:
        yield f"Kvar att göra: manage.py migrate, för koden är nyare än kopian ({newer} migreringar)."
        yield "Kvar att göra: manage.py rebuild_search"
    if settings.ELASTICSEARCH_URL:
        yield "Kvar att göra: manage.py update_search_index --rebuild"
    if not newer and (waiting := Letter.objects.filter(state=Letter.State.WAITING).count()):
        yield f"{waiting} brev väntade när kopian gjordes och skickas av run_due. De kan redan vara skickade."
    yield "Starta om webbservern."
