"""What the home page and the admin get from the packages below."""

from django.db.models import Count, Q
from django.utils import timezone
from wagtail import hooks

from events.models import CalendarPage, Occurrence
from networks.choices import Status
from networks.models import Area, NetworkIndexPage, NetworkPage

UPCOMING = 6


@hooks.register("home_context")
def home_context(page, request):
    """What meets next, and the ways to find a network."""
    listed = NetworkPage.objects.listed().current().filter(locale=page.locale)
    index = NetworkIndexPage.objects.live().child_of(page).first()
    calendar = CalendarPage.objects.live().child_of(page).first()
    shown = Q(networks__in=listed.values("pk"))
    areas = (
        Area.objects.filter(locale=page.locale).annotate(number=Count("networks", filter=shown)).filter(number__gt=0)
    )
    return {
        "upcoming": Occurrence.objects.public().with_pages().upcoming(timezone.localdate())[:UPCOMING],
        "areas": [(area, area.number) for area in areas],
        "networks_count": listed.exclude(status=Status.PAUSED).count(),
        "index_url": index.get_url(request) if index else None,
        "calendar_url": calendar.get_url(request) if calendar else None,
    }
