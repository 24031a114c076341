"""Settings for production: secrets and hosts come from the environment, and without them the site does not start."""

from .base import *  # noqa: F403 - see dev.py
from .base import DATABASES, env
from .environment import refusing
from .logs import LOGGING  # noqa: F401 - a setting
from .sender import sender

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
# Links in letters and feeds must never name the host of a request.
WAGTAILADMIN_BASE_URL = env.address("BASE_URL", default=f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "gr_site.storage.StaticFilesStorage"},
}
# Keep connections open, since opening one takes longer than everything else in the response for an unchanged feed.
DATABASES["default"] = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True} | DATABASES["default"]
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A server that has gone without a word must not hold a visitor until the network gives up. Seconds; libpq's least.
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 2} | DATABASES["default"].get("OPTIONS", {})
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", default=31_536_000)
# Both reach beyond this site, to every host below its own, and browsers keep to them for months.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
# The checks of HSTS ask for the two above, and X_FRAME_OPTIONS is not DENY since the admin shows previews in a frame.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=True)
with refusing("EMAIL_URL must be an address such as smtp+tls://user:password@host:587."):
    EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
if EMAIL_CONFIG["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
    EMAIL_BACKEND = "networks.outbox.smtp.EmailBackend"
# Who gets a letter when something goes wrong (gr_site/logs/letters.py).
ADMINS = env.people("ADMINS", default=[])
DEFAULT_FROM_EMAIL = sender(env.str("EMAIL_FROM", default="webmaster@localhost"))
