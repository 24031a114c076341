"""Keeps track of which documents' texts have to be read, and stores the results."""

import json
import logging
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from ..indexing.writing import write
from ..models import DocumentText, Findable, IndexState
from ..models.choices import TextState
from .reader import SECONDS

logger = logging.getLogger(__name__)

KINDS = {".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".ods", ".odp", ".txt", ".csv"}
BATCH = 20
MARGIN = timedelta(seconds=30)  # for a busy machine, and for storing what was read


def note(document):
    """Record that the document's file has to be read, unless it has been. Returns whether it has to be."""
    if Path(document.file.name).suffix.lower() not in KINDS:
        DocumentText.objects.filter(document=document).delete()
        return False
    if DocumentText.objects.filter(document=document, file_name=document.file.name).exists():
        return False
    fresh = {
        "file_name": document.file.name,
        "state": TextState.WAITING,
        "text": "",
        "pages": None,
        "reserved_until": None,
    }
    DocumentText.objects.update_or_create(document=document, defaults=fresh)
    return True


def read_waiting():
    """Read all waiting files and write their rows. After a bulk load, the first call reads all of them."""
    while read_some(BATCH):
        pass


def read_some(most):
    """Read up to ``most`` of the waiting files, which wait for each other, and write their rows. Returns how many.

    Several processes may do so at the same time: each takes files that no other has. No transaction is open while a
    file is read.
    """
    texts = _reserved(most)
    for text, answer in zip(texts, _answers(texts), strict=True):
        _store(text, answer)
    return len(texts)


def _reserved(most):
    """Up to ``most`` waiting texts, which are now this process's for as long as they can take."""
    free = Q(reserved_until=None) | Q(reserved_until__lt=timezone.now())
    waiting = DocumentText.objects.filter(free, state=TextState.WAITING).order_by("pk")
    if not waiting.exists():
        return []
    skip = connection.features.has_select_for_update_skip_locked
    with transaction.atomic():
        texts = list(waiting.select_for_update(skip_locked=skip, of=("self",)).select_related("document")[:most])
        until = timezone.now() + timedelta(seconds=2 * SECONDS * len(texts)) + MARGIN
        DocumentText.objects.filter(pk__in=[text.pk for text in texts]).update(reserved_until=until)
    return texts


@transaction.atomic
def _store(text, answer):
    """Store what was read, unless the document has got another file meanwhile."""
    IndexState.lock()  # first, as whoever saves a document does
    same = DocumentText.objects.filter(pk=text.pk, file_name=text.file_name, state=TextState.WAITING)
    if not same.update(state=answer["state"], text=answer["text"], pages=answer["pages"], reserved_until=None):
        return
    if answer["state"] == TextState.BROKEN:
        logger.warning("The document %s has no text that can be read", text.document_id)
    write(set(Findable.objects.filter(document=text.document_id).values_list("subject", flat=True)))


def _answers(texts):
    """An answer for each text. A file that crashed the reader is broken, and the reader continues with the next."""
    broken = {"state": TextState.BROKEN, "text": "", "pages": None}
    with ExitStack() as stack:
        paths = [_local(text.document, stack) for text in texts]
        answers = [broken if path is None else None for path in paths]
        while None in answers:
            left = [place for place, answer in enumerate(answers) if answer is None]
            lines = _run([paths[place] for place in left])
            for place, line in zip(left, lines, strict=False):
                answers[place] = json.loads(line)
            if len(lines) < len(left):
                answers[left[len(lines)]] = broken
        return answers


def _run(paths):
    """The reader's complete lines of output; fewer than ``paths`` if it crashed."""
    command = [sys.executable, "-m", "search.documents.reader", *paths]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the paths are the site's own files
            command, capture_output=True, cwd=settings.BASE_DIR, timeout=2 * SECONDS * len(paths), check=False
        )
        output = done.stdout
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
    return output.decode().splitlines() if output.endswith(b"\n") else output.decode().splitlines()[:-1]


def _local(document, stack):
    """A local path to the file, to a copy if files are stored elsewhere; None if the file is missing."""
    try:
        return document.file.path
    except NotImplementedError:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
    try:
        with document.open_file() as source:
            copy = Path(folder, "document").with_suffix(Path(document.file.name).suffix)
            copy.write_bytes(source.read())
    except OSError:
        return None
    return str(copy)
