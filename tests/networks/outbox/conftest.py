import pytest

from gr_site.settings.sender import sender
from tests.services.smtp_server import SmtpServer


@pytest.fixture
def server(settings):
    """A real mail server, which the site sends to as in production but waits for a moment only."""
    with SmtpServer() as running:
        settings.EMAIL_BACKEND = "networks.outbox.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_TIMEOUT = 0.5
        settings.DEFAULT_FROM_EMAIL = sender("GR:s nätverk <natverk@example.org>")
        yield running
