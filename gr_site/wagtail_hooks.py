"""What the home page and the admin get from the packages below."""

from collections import Counter

from django.utils import timezone
from wagtail import hooks

from events.models import CalendarPage, Occurrence
from networks.choices import Status
from networks.models import Area, NetworkIndexPage, NetworkPage

from .admin_home import registration  # noqa: F401 - registers the dashboard's errands, their choices and the guide
from .content_checks import use_own_checks

UPCOMING = 6


@hooks.register("home_context")
def home_context(page, request):
    """What meets next, and the ways to find a network."""
    listed = NetworkPage.objects.listed().current().filter(locale=page.locale)
    index = NetworkIndexPage.objects.live().child_of(page).first()
    calendar = CalendarPage.objects.live().child_of(page).first()
    # As the list of networks does for the same area: a network of two areas counts in both.
    numbers = Counter(area for pair in listed.values_list("area", "second_area") for area in set(pair))
    return {
        "upcoming": Occurrence.objects.public().with_pages().upcoming(timezone.localdate())[:UPCOMING],
        "areas": [(area, numbers[area.pk]) for area in Area.objects.filter(pk__in=numbers.keys() - {None})],
        "networks_count": listed.exclude(status=Status.PAUSED).count(),
        "index_url": index.get_url(request) if index else None,
        "calendar_url": calendar.get_url(request) if calendar else None,
    }


@hooks.register("central_editor_permissions")
def what_central_editors_change():
    return ["gr_site.change_sitefooter"]


@hooks.register("construct_wagtail_userbar", order=500)
def own_content_checks(request, items, page):
    use_own_checks(items)
