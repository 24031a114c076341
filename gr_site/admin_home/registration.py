"""Adds the first panel, its choices and the guide to Wagtail's admin, and removes what helps nobody here."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import urls
from .help_panel import HelpPanel
from .panel import ErrandsPanel

# Wagtail's release notes, in English, and its guide to an admin that differs from ours.
_FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("register_admin_urls")
def admin_home_urls():
    return urls.urlpatterns


@hooks.register("construct_homepage_panels")
def errands_first(request, panels):
    panels += [ErrandsPanel(), HelpPanel()]


@hooks.register("construct_homepage_summary_items", order=900)
def no_counts_of_pages(request, items):
    """Remove the counts of pages, pictures and documents, which are of no use to an editor."""
    items.clear()


@hooks.register("register_help_menu_item")
def getting_started_menu_item():
    return MenuItem(_("Kom igång"), reverse("getting_started"), name="getting-started", icon_name="help", order=10)


@hooks.register("construct_help_menu")
def help_about_this_site(request, items):
    items[:] = [item for item in items if not item.name.startswith(_FOREIGN_HELP)]


@hooks.register("insert_editor_js")
def publish_after_autosave():
    return format_html('<script src="{}"></script>', static("gr_site/admin/publish_after_autosave.js"))


@hooks.register("insert_global_admin_js")
def widgets_without_inline_scripts():
    return format_html('<script src="{}"></script>', static("gr_site/admin/start_widgets.js"))


@hooks.register("insert_global_admin_js")
def picker_of_the_field_in_use():
    return format_html('<script src="{}"></script>', static("gr_site/admin/date_picker.js"))


@hooks.register("insert_global_admin_css")
def name_and_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("gr_site/admin/brand.css"))
