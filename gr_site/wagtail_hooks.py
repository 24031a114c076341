"""Connects the home page and the admin with the packages below."""

from collections import Counter

from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from events.models import CalendarPage, Occurrence
from networks.models import Area, NetworkIndexPage, NetworkPage
from networks.translation import address, lend_words, of_source

from .access_log import registration as access_log_registration  # noqa: F401 - registers the report
from .accessibility import attention  # noqa: F401 - registers reminders about the accessibility statement
from .admin_home import registration  # noqa: F401 - registers the dashboard's errands, their choices and the guide
from .content_checks import use_own_checks
from .importing.admin import registration as importing_registration  # noqa: F401 - registers "Importera sida"
from .logs.places import note_page
from .operations import registration as operations_registration  # noqa: F401 - registers "Utskick"
from .policies import registration as policies_registration  # noqa: F401 - registers the list of refusals
from .redirects import registration as redirects_registration  # noqa: F401 - registers the import's last step
from .seeing import registration as seeing_registration  # noqa: F401 - registers "Driftläge"
from .serving import serve_in_language
from .signing_in import registration as signing_in_registration  # noqa: F401 - registers the buttons about log-ins
from .translating.report import TranslationProgressView

UPCOMING = 6

# Runs first, because the words and rights of a translation depend on its source.
hooks.register("before_serve_page", serve_in_language, order=-100)
hooks.register("before_serve_page", note_page, order=-200)


@hooks.register("home_context")
def home_context(page, request):
    """The next meetings and the ways to find a network."""
    listed = NetworkPage.objects.listed().current().of_source()
    index, calendar = (_only(model) for model in (NetworkIndexPage, CalendarPage))
    # A network with two areas counts in both, as in the list of networks.
    numbers = Counter(area for pair in listed.values_list("area", "second_area") for area in set(pair))
    return {
        "upcoming": Occurrence.objects.public().with_pages().upcoming(timezone.localdate())[:UPCOMING],
        "areas": [
            (area, numbers[area.pk]) for area in Area.objects.filter(pk__in=numbers.keys() - {None}).in_language()
        ],
        "networks_count": listed.count(),
        "index_url": address(index, request),
        "calendar_url": address(calendar, request),
    }


@hooks.register("register_admin_urls")
def translation_progress_urls():
    return [path("rapporter/oversattningar/", TranslationProgressView.as_view(), name="translation_progress")]


@hooks.register("register_reports_menu_item")
def translation_progress_menu_item():
    return MenuItem(
        _("Översättningar av nätverk"),
        reverse("translation_progress"),
        name="translation-progress",
        icon_name="wagtail-localize-language",
        order=510,
    )


def _only(model):
    """The site's only page of ``model``, in the shown language; None if there is none."""
    page = of_source(model.objects.live()).first()
    return page and lend_words([page])[0]


@hooks.register("central_editor_permissions")
def what_central_editors_change():
    return ["gr_site.change_sitefooter"]


@hooks.register("construct_wagtail_userbar", order=500)
def own_content_checks(request, items, page):
    use_own_checks(items)
