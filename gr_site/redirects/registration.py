"""Puts our view of the import's last step before Wagtail's, and lets it read tables as they come."""

from django.urls import path
from wagtail import hooks

from . import tables
from .views import import_redirects

tables.connect()


# Runs first: Wagtail's own address is registered by the same hook.
@hooks.register("register_admin_urls", order=-100)
def import_urls():
    return [path("redirects/import/process/", import_redirects)]
