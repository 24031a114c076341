"""The log of production: what is wrong, on standard error, a JSON object a line (gr_site/logs, docs/seeing.md)."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "gr_site.logs.json_lines.JsonLines"}},
    "filters": {
        "hostile": {"()": "gr_site.logs.hostile.Hostile"},
        "seldom": {"()": "gr_site.logs.seldom.Seldom"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
        # A logger's filter does not see what its children tell, and those of django.security have names of their own.
        "security": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["hostile"]},
        "sentry": {"class": "gr_site.logs.sentry.Sentry", "level": "ERROR"},
        "letters": {"class": "gr_site.logs.letters.Letters", "level": "ERROR"},
    },
    "root": {"handlers": ["stderr", "sentry"], "level": "WARNING"},
    "loggers": {
        # Without Django's own handlers, of which one sends letters with forms and cookies in them.
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"filters": ["hostile"], "handlers": ["letters"]},
        "django.security": {"handlers": ["security"], "propagate": False},
        "gr_site.logs.hostile": {"level": "INFO"},
        "gr_site.middleware": {"filters": ["seldom"]},
    },
}
