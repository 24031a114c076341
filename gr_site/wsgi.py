"""The WSGI entry point, with production settings unless the environment names others."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gr_site.settings.production")

application = get_wsgi_application()

from networks.outbox import at_once  # noqa: E402 - its model needs the loaded apps

at_once.enable()
