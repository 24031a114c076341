"""Settings for all environments. Values that differ between machines come from environment variables, each with a
default that makes a fresh clone run. README lists them all."""

from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE

from networks.uploads.kinds import DOCUMENTS, PICTURES

from . import signing_in
from .environment import env, refusing
from .machine_translation import machine_translator
from .metrics import *  # noqa: F403 - settings extend each other by star import, as in Django's own template
from .signing_in import *  # noqa: F403 - the same
from .single_sign_on import *  # noqa: F403 - the same

BASE_DIR = Path(__file__).resolve().parents[2]

# --- Applications: imports point one way, gr_site -> search -> events -> networks ---
INSTALLED_APPS = [
    "gr_site.apps.GrSiteConfig",
    "search.apps.SearchConfig",
    "events.apps.EventsConfig",
    "networks.apps.NetworksConfig",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "gr_site.signing_in.users_app.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "recurrence",
    "csp",
    *signing_in.APPS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "gr_site.logs.requests.Numbered",
    "gr_site.health.middleware.Health",
    "gr_site.metrics.middleware.Metrics",
    "gr_site.middleware.Policies",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "gr_site.middleware.KnownMethods",
    "gr_site.middleware.NotIndexed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # The rest is for pages: the user, the language, moved pages. Feeds are answered before it.
    "gr_site.middleware.FeedsFirst",
    "search.misses.following.Followed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gr_site.access_log.devices.DeviceCookie",
    "gr_site.signing_in.middleware.AccountPages",
    "gr_site.signing_in.middleware.SessionLimits",
    "gr_site.signing_in.middleware.SecondFactor",
    "gr_site.middleware.MovedPages",
    "gr_site.middleware.KnownKeys",
    "gr_site.middleware.IncompleteForms",
    "gr_site.errors.protected.StaysWhileNeeded",
]

ROOT_URLCONF = "gr_site.urls"
WSGI_APPLICATION = "gr_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- Database: SQLite needs nothing but Python; PostgreSQL in production ---
SQLITE_FILE = BASE_DIR / "var" / "site.sqlite3"
DATABASES = {"default": env.database("DATABASE_URL", default=f"sqlite:///{SQLITE_FILE}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Writers queue instead of failing, and readers never wait for them. The file is memory-mapped, since the region's feed
# reads thousands of rows.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
    "timeout": 20,
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    if DATABASES["default"]["NAME"] == str(SQLITE_FILE):
        SQLITE_FILE.parent.mkdir(exist_ok=True)
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS

# --- Language and time: Swedish is the source, English beside it ---
LANGUAGE_CODE = "sv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / app / "locale" for app in ("gr_site", "search", "events", "networks")]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
# With per-user time zones, an editor abroad would see other meeting times than visitors do.
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
with refusing():
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(env.str("MACHINE_TRANSLATOR", default=""))

# --- Files ---
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static_root"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "media")

# Served at the root of the site, where browsers and phones look for them: favicon.ico, apple-touch-icon.png.
WHITENOISE_ROOT = BASE_DIR / "gr_site" / "root_files"

# --- What the site says about itself to programs ---
# False on a copy for trying things out: its robots.txt and a header on every answer turn search engines away.
INDEXED = env.bool("INDEXED", default=True)
# Where to report vulnerabilities, for security.txt: an e-mail address or an https address. Else the footer's address.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")

# --- Wagtail ---
WAGTAIL_SITE_NAME = "Göteborgsregionens nätverk"
WAGTAILADMIN_BASE_URL = env.address("BASE_URL", default="http://localhost:8000")
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# The admin makes no requests to other hosts.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Search in the admin uses the database. What visitors find is also in Elasticsearch if there is one.
SEARCHES_STORED_AFTER = 60  # seconds in which a process adds up in memory what was searched for and followed
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_backend"}}
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
if ELASTICSEARCH_URL:
    WAGTAILSEARCH_BACKENDS["elasticsearch"] = {
        "BACKEND": "search.elasticsearch.backend",
        "URLS": [ELASTICSEARCH_URL],
        "INDEX_PREFIX": "natverk_",
        "TIMEOUT": 30,  # for a rebuild; visitors' searches and publications have shorter limits
        "OPTIONS": {"max_retries": 0, "retry_on_timeout": False},
    }
WAGTAILDOCS_EXTENSIONS = sorted(DOCUMENTS)
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "networks.documents.forms.DocumentForm"
# A phone's picture of 48 megapixels is welcome, and kept with 25.
WAGTAILIMAGES_EXTENSIONS = list(PICTURES)
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "networks.pictures.forms.PictureForm"
# clamd, which examines uploads: unix:/run/clamav/clamd.ctl or tcp://host:3310. Empty where there is none.
VIRUS_SCANNER = env.str("VIRUS_SCANNER", default="")
# A network with 40 members, or an event with 400 dates, has many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Somebody will paste a whole Word document. Let the form refuse it with a message, without losing the text.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

# --- What is kept between requests: in Redis where several machines serve the site (gr_site/shared_cache) ---
CACHES = {"default": env.cache("CACHE_URL", default="")}

# --- Feeds ---
# The part after @ in every UID. People's calendars keep it for years: never change it on a running site.
CALENDAR_UID_HOST = env.str("CALENDAR_UID_HOST", default="natverk.goteborgsregionen.se")

# --- The log of log-ins and rights (gr_site/access_log) ---
ACCESS_LOG_DAYS = env.number("ACCESS_LOG_DAYS", default=730)

# --- Backups (gr_site/backup): the folder that they stand in ---
BACKUP_FOLDER = env.str("BACKUP_FOLDER", default="")

# --- Letters: the outbox sends them (networks/outbox) ---
EMAIL_TIMEOUT = 10  # seconds for each step; a mail server that hangs would otherwise hold its sender for ever

# --- Errors go to a Sentry too, if there is one (gr_site/logs/sentry.py; in the log of production) ---
SENTRY_DSN = env.dsn("SENTRY_DSN", default="")

# --- Security: what browsers are told to refuse. docs/policies.md says why each part is as it is. ---
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
_EVERYWHERE = {
    "default-src": [SELF],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _EVERYWHERE}
# Draftail, Wagtail's rich text editor, writes <style> elements with a key drawn for each text, and Wagtail shows a
# picture that is about to be uploaded.
ADMIN_CONTENT_SECURITY_POLICY = _EVERYWHERE | {"style-src-elem": [SELF, UNSAFE_INLINE], "img-src": [SELF, "blob:"]}
