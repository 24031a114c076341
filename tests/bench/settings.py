"""The settings of a developer's machine, but as visitors meet the site: without debug pages."""

from gr_site.settings.dev import *  # noqa: F403 - settings extend each other by star import

DEBUG = False
