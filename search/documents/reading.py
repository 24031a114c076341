"""Keeps track of which documents' texts have to be read, and stores the results."""

import json
import logging
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings
from django.db import transaction

from ..indexing.writing import write
from ..models import DocumentText, Findable
from ..models.choices import TextState
from .reader import SECONDS

logger = logging.getLogger(__name__)

KINDS = {".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".ods", ".odp", ".txt", ".csv"}
BATCH = 20


def note(document):
    """Record that the document's file has to be read, unless it has been. It is read after the commit."""
    if Path(document.file.name).suffix.lower() not in KINDS:
        DocumentText.objects.filter(document=document).delete()
        return
    if DocumentText.objects.filter(document=document, file_name=document.file.name).exists():
        return
    fresh = {"file_name": document.file.name, "state": TextState.WAITING, "text": "", "pages": None}
    DocumentText.objects.update_or_create(document=document, defaults=fresh)
    transaction.on_commit(read_waiting, robust=True)


def read_waiting():
    """Read all waiting files and write their rows. After a bulk load, the first call reads all of them."""
    while waiting := list(_waiting()[:BATCH]):
        for text, answer in zip(waiting, _answers(waiting), strict=True):
            text.state, text.text, text.pages = answer["state"], answer["text"], answer["pages"]
            text.save(update_fields=["state", "text", "pages"])
            if text.state == TextState.BROKEN:
                logger.warning("The document %s has no text that can be read: %s", text.document_id, text.file_name)
        documents = [text.document_id for text in waiting]
        write(set(Findable.objects.filter(document__in=documents).values_list("subject", flat=True)))


def _waiting():
    return DocumentText.objects.filter(state=TextState.WAITING).select_related("document").order_by("pk")


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
