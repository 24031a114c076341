"""The WSGI entry point, with production settings unless the environment names others."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from .settings.choice import choose

choose(serving=True)
try:
    application = get_wsgi_application()
except ImproperlyConfigured as fault:
    sys.exit(f"The site cannot start: {fault}")

from networks.outbox.at_once import letters  # noqa: E402 - its model needs the loaded apps
from search.documents.at_once import documents  # noqa: E402 - the same

letters.enable()
documents.enable()
