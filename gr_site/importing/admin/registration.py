"""Registers the address and the menu item of "Importera sida"."""

from django.urls import path
from wagtail import hooks

from .access import ImportMenuItem
from .views import ImportPageView


@hooks.register("register_admin_urls")
def import_urls():
    return [path("importera-sida/", ImportPageView.as_view(), name="import_page")]


@hooks.register("register_admin_menu_item")
def import_menu_item():
    return ImportMenuItem()
