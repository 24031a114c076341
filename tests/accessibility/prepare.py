"""Gives the demo site what it lacks of states, and prints the addresses of one page of every template and state.

``{"public": {name: path}, "admin": {name: path}, "session": the key of a central editor's session}``
"""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402 - after setup()
from django.contrib.auth import get_user_model  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.translation import override  # noqa: E402
from wagtail.models import Locale, PageViewRestriction  # noqa: E402

from events.models import CalendarPage, EventPage, Occurrence  # noqa: E402
from gr_site.demo.login import CENTRAL, add_logins  # noqa: E402
from gr_site.models import HomePage, StandardPage  # noqa: E402
from networks.models import Area, NetworkIndexPage, NetworkPage  # noqa: E402

FULL = "forskolenatverket"
TODAY = timezone.localdate()


def only(model, language="sv"):
    return model.objects.get(locale__language_code=language)


def networks():
    return NetworkPage.objects.live().filter(locale__language_code="sv").order_by("path")


def meetings(**conditions):
    return Occurrence.objects.public().filter(locale__language_code="sv", **conditions).order_by("start_date", "pk")


def restricted():
    """A standard page behind a password."""
    page = StandardPage(title="Bara för gruppen", slug="bara-for-gruppen", introduction="Det här är inte för alla.")
    only(HomePage).add_child(instance=page)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="hemligt")
    return page


def calendar_pages(calendar, area, query=""):
    root = calendar.get_url()
    month = f"{root}{TODAY.year}/{TODAY.month}/"
    return {
        "list": root,
        "list, filtered": f"{root}?omrade={area.slug}",
        "list, nothing found": f"{root}?q=finnsinte",
        "list, bad filter": f"{root}?omrade=finns-inte",
        "month": month,
        "month, filtered": f"{month}?omrade={area.slug}",
        "month, empty": f"{root}{TODAY.year + 9}/7/",
        "year": f"{root}{TODAY.year}/",
        "year, filtered": f"{root}{TODAY.year}/?omrade={area.slug}",
    }


def network_pages():
    without_meetings = networks().exclude(pk__in=[page.get_parent().pk for page in EventPage.objects.all()])
    # fmt: off
    found = {
        "full": networks().get(slug=FULL),
        "paused": networks().filter(status="paused").first(),
        "ended": networks().filter(status="closed").first(),
        "empty": without_meetings.filter(status="active").first(),
        "political": networks().filter(kind="political").first(),
        "with groups below it": networks().filter(numchild__gt=1, depth=4).order_by("-numchild").first(),
    }
    # fmt: on
    return {f"network, {state}": page.get_url() for state, page in found.items()}


def meeting_pages():
    ahead = meetings(start_date__gte=TODAY)
    found = {
        "confirmed": ahead.filter(status="confirmed").first(),
        "preliminary": meetings(status="tentative").first(),
        "cancelled": meetings(status="cancelled").last(),
        "moved": meetings(moved_from__isnull=False).last(),
        "past, with minutes": meetings(start_date__lt=TODAY, minutes__isnull=False).last(),
    }
    return {f"meeting, {state}": row.get_absolute_url() for state, row in found.items()}


def month_with_a_cancelled_meeting():
    day = meetings(status="cancelled").last().start_date
    return f"{only(CalendarPage).get_url()}{day.year}/{day.month}/"


def my_networks(client):
    keys = networks().filter(status="active").values_list("translation_key", flat=True)[:3]
    address = reverse("my_networks")
    chosen = client.get(f"{address}?" + "&".join(f"n={key.hex}" for key in keys), headers={"host": "localhost"})
    return {"my networks": address, "my networks, chosen": chosen.headers.get("Location", address)}


def search_pages():
    results = reverse("search:results")
    words = {"": "", ", hits": "möte", ", none": "qwxzqwxz", ", did you mean": "forskolenatveket"}
    return {f"search{state}": f"{results}?q={word}" if word else results for state, word in words.items()}


def standard_pages(language="sv"):
    """Every page below the home page that has no list of its own: by slug."""
    known = (NetworkIndexPage, CalendarPage, EventPage)
    pages = only(HomePage, language).get_children().live().specific()
    return {f"page, {page.slug}": page.get_url() for page in pages if not isinstance(page, known)}


def english_pages(client):
    area = Area.objects.filter(locale__language_code="sv").first()
    with override("en"):
        found = {"home": only(HomePage, "en").get_url(), "networks": only(NetworkIndexPage, "en").get_url()}
        full = networks().get(slug=FULL)
        row = meetings(start_date__gte=TODAY, page__path__startswith=full.path).first()
        found["network"] = full.get_translation(Locale.objects.get(language_code="en")).get_url()
        found["meeting"] = reverse("events:occurrence", args=[row.translation_key])
        calendar = calendar_pages(only(CalendarPage, "en"), area)
        found |= {f"calendar {view}": calendar[view] for view in ("list", "month", "year")}
        found |= {"my networks": reverse("my_networks"), "search, hits": f"{reverse('search:results')}?q=meeting"}
        found |= standard_pages("en")
        found |= {"style guide": "/en/stilguide/", "not found": "/en/finns-inte/"}
    return {f"English {name}": path for name, path in found.items()}


def public_pages(client):
    index, area = only(NetworkIndexPage).get_url(), Area.objects.filter(locale__language_code="sv").first()
    event = EventPage.objects.annotate(rows=Count("occurrences")).filter(locale__language_code="sv", rows__gt=3)
    return {
        "home": only(HomePage).get_url(),
        "networks": index,
        "networks, an area": f"{index}?omrade={area.slug}",
        "networks, nothing found": f"{index}?q=finnsinte",
        "networks, bad filter": f"{index}?omrade=finns-inte",
        **network_pages(),
        "event": event.order_by("path").first().get_url(),
        "event of the region": EventPage.objects.child_of(only(CalendarPage)).first().get_url(),
        **meeting_pages(),
        **{f"calendar {view}": path for view, path in calendar_pages(only(CalendarPage), area).items()},
        "calendar month, with a cancelled meeting": month_with_a_cancelled_meeting(),
        **my_networks(client),
        **search_pages(),
        **standard_pages(),
        "style guide": "/stilguide/",
        "password": restricted().get_url(),
        "not found": "/finns-inte/",
        "broken": "/trasig/",
        "forbidden": "/forbjuden/",
        "misunderstood": "/missforstadd/",
        **english_pages(client),
    }


def admin_pages():
    """Our own views in the admin, and the forms that we have put our own panels into."""
    network = networks().get(slug=FULL)
    # A form of few rows has all that a form of forty has.
    events = EventPage.objects.live().filter(locale__language_code="sv", occurrences__start_date__gte=TODAY)
    event = events.annotate(rows=Count("occurrences")).order_by("rows", "path").first()
    row = meetings(start_date__gte=TODAY, status="confirmed").first()
    planned = "&".join(f"natverk={page.pk}" for page in networks().filter(numchild__gt=0)[:3])
    names = (
        "wagtailadmin_home", "choose_new_dates", "choose_meeting", "choose_network_page", "getting_started",
        "translation_progress", "missed_queries", "refusals", "network_listing", "meeting_listing", "meeting_month",
        "attention_report", "feed_health", "plan_year", "plan_year_report", "confirm_meetings", "import_page",
        "forget_person", "network_editors:index", "consents", "state_of_site", "deleted_synonyms",
    )  # fmt: skip
    amending = ("cancel_meeting", "move_meeting", "change_meeting_place", "confirm_meeting")
    return {
        **{name: reverse(name) for name in names},
        "planning table": f"{reverse('plan_year')}?{planned}&ar={TODAY.year + 1}",
        "paste_dates": reverse("paste_dates", args=[event.pk]),
        "event form": reverse("wagtailadmin_pages:edit", args=[event.pk]),
        "network form": reverse("wagtailadmin_pages:edit", args=[network.pk]),
        **{name: reverse(name, args=[row.translation_key]) for name in amending},
    }


def session():
    add_logins()
    client = Client()
    client.force_login(get_user_model().objects.get(username=CENTRAL))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


if __name__ == "__main__":
    with override("sv"):
        made = {"public": public_pages(Client()), "admin": admin_pages(), "session": session()}
    print(json.dumps(made, ensure_ascii=False, indent=1))
