"""A process that is killed while it sends leaves a doubt, and nobody sends its letter again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.smtp_server import SmtpServer

ROOT = Path(__file__).parents[3]

# The table alone, since all migrations take half a minute.
WRITE = """
with connection.schema_editor() as editor:
    editor.create_model(Letter)
post(Letter(to="silent@example.org", subject="Hej", text="Hej", kind="test"))
post(Letter(to="anna@example.org", subject="Hej", text="Hej", kind="test"))
send_due()
"""
LATER = """
Letter.objects.filter(state="sending").update(claimed=timezone.now() - timedelta(minutes=2))
send_due()
send_due()
print(*Letter.objects.order_by("due").values_list("state", flat=True))
"""
# Sends on its own, as a web server does, with a wait for the end of the process only.
AT_ONCE = """
letters.enable()
with transaction.atomic():
    letter = post(Letter(to="anna@example.org", subject="Hej", text="Hej", kind="test"))
"""
BEGIN = """
import os
from datetime import timedelta
import django
from django.conf import settings
django.setup()
settings.EMAIL_BACKEND, settings.EMAIL_HOST = "networks.outbox.smtp.EmailBackend", "127.0.0.1"
settings.EMAIL_PORT = int(os.environ["PORT_OF_LETTERS"])
from django.db import connection, transaction
from django.utils import timezone
from networks.models import Letter
from networks.outbox.at_once import letters
from networks.outbox.posting import post
from networks.outbox.sending import send_due
"""


@pytest.fixture
def run(tmp_path):
    """``run(code)`` starts a process with a database of its own; ``run.server`` takes its letters."""
    with SmtpServer() as server:

        def begin(code):
            environment = os.environ | {
                "DJANGO_SETTINGS_MODULE": "gr_site.settings.dev",
                "DATABASE_URL": f"sqlite:///{tmp_path / 'letters.sqlite3'}",
                "PORT_OF_LETTERS": str(server.port),
            }
            command = [sys.executable, "-c", BEGIN + code]
            return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

        begin.server = server
        yield begin


@pytest.mark.long
@pytest.mark.engine
def test_a_killed_sender_leaves_a_doubt_and_the_others_are_sent_once(run):
    killed = run(WRITE)
    assert run.server.has_taken.wait(60)
    killed.kill()
    killed.communicate()
    said, _ = run(LATER).communicate()
    assert said == "unknown sent\n"
    assert [letter["To"] for letter in run.server.letters] == ["silent@example.org", "anna@example.org"]
    said, _ = run(AT_ONCE).communicate()
    assert len(run.server.taken) == 3
