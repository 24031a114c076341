"""The development server, which also does what is due: a developer's machine needs no second process."""

import threading

from django.contrib.staticfiles.management.commands.runserver import Command as Runserver

from gr_site.operations.worker import Worker


class Command(Runserver):
    def on_bind(self, server_port):
        """Called once migrations and checks are done, in the process that serves.

        The autoreloader ends that process without a word: a worker that is killed loses nothing.
        """
        super().on_bind(server_port)
        threading.Thread(target=Worker().run, name="worker", daemon=True).start()
