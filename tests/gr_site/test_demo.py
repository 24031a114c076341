"""The demo content: every page and feed answers, the facts are right, and loading it twice changes nothing."""

from datetime import date, time, timedelta

import holidays
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Locale, Page, Site

from events.feeds import urls as feeds
from events.models import CalendarPage, EventPage, Occurrence
from events.models.choices import Format, Status, Timing
from gr_site.demo.load import load
from gr_site.demo.login import CENTRAL, NETWORK, PASSWORD, USERNAME
from gr_site.models import HomePage, SiteFooter
from networks.models import Area, NetworkDocument, NetworkMember, NetworkPage, SharedStatement
from networks.models.choices import RelationKind
from networks.models.related import related_bodies
from networks.rights.access import editable_networks

from .conftest import NOW

MOST_QUERIES = 21


def refused(client, addresses):
    """The addresses that answer anything but 200, with their status."""
    answers = {address: client.get(address).status_code for address in addresses}
    return {address: status for address, status in answers.items() if status != 200}


def network(slug):
    return NetworkPage.objects.get(slug=slug)


def related(slug):
    return {heading: [page.slug for page in pages] for heading, pages in related_bodies(network(slug))}


# --- Every address answers ---


def test_every_page_answers_and_asks_the_database_no_more_often_than_it_must(demo_site, client):
    pages = Page.objects.live().filter(depth__gt=1)
    assert pages.count() == sum(demo_site.made[name] for name in ("pages", "networks", "events"))
    calendar = CalendarPage.objects.get().url
    addresses = [page.get_url() for page in pages.specific()]
    addresses += [f"{calendar}{NOW.year}/", f"{calendar}{NOW.year}/{NOW.month}/", "/mina-natverk/", "/sok/?q=möte"]
    addresses += [row.get_absolute_url() for row in Occurrence.objects.public()[:5]]
    client.get("/")  # fills Wagtail's cache of site roots
    answers, counts = {}, {}
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            answers[address] = client.get(address).status_code
        counts[address] = len(queries)
    assert {address: status for address, status in answers.items() if status != 200} == {}
    assert {address: number for address, number in counts.items() if number > MOST_QUERIES} == {}


def test_every_month_and_year_of_the_calendar_answers(demo_site, client):
    root = CalendarPage.objects.get().get_url()
    years = [demo_site.today.year + offset for offset in (-1, 0, 1)]
    months = [f"{root}{year}/{month}/" for year in years for month in range(1, 13)]
    assert refused(client, [*months, *(f"{root}{year}/" for year in years)]) == {}


def test_a_meeting_of_every_sort_answers(demo_site, client):
    sorts = {sort_of(row): row for row in Occurrence.objects.public().with_pages()}
    assert len(sorts) > 15
    assert refused(client, [row.get_absolute_url() for row in sorts.values()]) == {}


def sort_of(row):
    own = (row.theme, row.note, row.place, row.end_date, row.moved_from, row.agenda_id, row.minutes_id)
    regional, past = row.page.network_id is None, row.last_day < NOW.date()
    return (row.status, row.timing, row.actual_format, regional, past, *map(bool, own))


# These are asked for by what a person has chosen, and are tried in tests/events/feeds.
UNKEYED_FEEDS = {"region", "selection", "my_networks", "qr"}


def test_every_feed_answers(demo_site, client):
    keyed = {
        "area": Area.objects.all(),
        "network": NetworkPage.objects.all(),
        "event": EventPage.objects.all(),
        "occurrence": Occurrence.objects.public()[::20],
    }
    names = {pattern.name for pattern in feeds.urlpatterns if pattern.name}
    assert names - UNKEYED_FEEDS == set(keyed), "say above whose keys the new kind of feed has"
    addresses = [reverse(f"feeds:{name}", args=[row.translation_key]) for name, rows in keyed.items() for row in rows]
    assert refused(client, [reverse("feeds:region"), *addresses]) == {}


def test_every_document_can_be_fetched(demo_site, client):
    assert Document.objects.count() == demo_site.made["documents"] > 30
    for document in Document.objects.all():
        response = client.get(document.url)
        assert response.status_code == 200
        assert b"".join(response).startswith(b"%PDF-1.7"), document.title


# --- The site ---


def test_the_site_is_the_home_page_and_wagtails_welcome_is_gone(demo_site):
    site = Site.objects.get()
    assert site.root_page.specific == HomePage.objects.get()
    assert (site.hostname, site.port, site.site_name) == ("localhost", 8000, "Göteborgsregionens nätverk")
    assert [page.title for page in Page.objects.filter(depth=2)] == ["Göteborgsregionens nätverk"]
    assert SiteFooter.objects.get().site == site


def test_the_menu(demo_site):
    titles = HomePage.objects.get().get_children().in_menu().values_list("title", flat=True)
    assert list(titles) == ["Nätverk", "Kalender", "Om nätverken på GR"]


def test_all_is_swedish_and_english_is_ready(demo_site):
    swedish = Locale.objects.get(language_code="sv")
    assert Locale.objects.filter(language_code="en").exists()
    assert set(Page.objects.filter(depth__gt=1).values_list("locale", flat=True)) == {swedish.pk}
    assert set(Occurrence.objects.values_list("locale", flat=True)) == {swedish.pk}


def test_what_an_editor_would_have_to_correct(demo_site):
    """Pages and rows pass the same checks as the edit forms make."""
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
    for model in (Occurrence, NetworkMember, NetworkDocument, apps.get_model("networks", "NetworkRelation")):
        for row in model.objects.all():
            row.full_clean()


# --- The networks ---


def test_the_networks(demo_site):
    assert NetworkPage.objects.live().count() == demo_site.made["networks"] >= 25
    assert set(NetworkPage.objects.values_list("kind", flat=True)) == {
        "political", "heads", "network", "working_group", "external",
    }  # fmt: skip
    assert not NetworkPage.objects.filter(introduction="").exists()
    assert not NetworkPage.objects.filter(purpose="").exists()
    assert {network.area for network in NetworkPage.objects.all()} == set(Area.objects.all())


def test_no_text_is_repeated(demo_site):
    for field in ("introduction", "purpose", "mandate", "body"):
        texts = [
            str(text) for text in NetworkPage.objects.values_list(field, flat=True) if str(text) not in ("", "[]")
        ]
        assert len(texts) == len(set(texts)), field


def test_a_group_with_two_parents_shows_from_both_ends(demo_site):
    group = "arbetsgruppen-for-social-hallbarhet"
    parents = ["samhallsbyggnadschefsnatverket", "socialchefsnatverket"]
    assert related(group) == {RelationKind.WORKING_GROUP_UNDER.label: parents}
    for parent in parents:
        assert related(parent)[RelationKind.WORKING_GROUP_UNDER.inverse_label] == [group]


def test_every_kind_of_relation_is_there(demo_site):
    kinds = apps.get_model("networks", "NetworkRelation").objects.values_list("kind", flat=True)
    assert set(kinds) == set(RelationKind.values)
    assert related("forskolenatverket") == {
        "Rapporterar till": ["utbildningschefsnatverket"],
        "Rådfrågar": ["barnomsorgsgruppen"],
        "Samverkar med": ["framtidsnatverket"],
    }


def test_paused_closed_and_renamed(demo_site):
    paused = network("natverket-for-miljostrategiska-planeringsfragor")
    assert (paused.status, paused.events.count()) == ("paused", 0)
    assert "2022" in paused.status_reason
    closed = NetworkPage.objects.get(status="closed")
    assert closed.successor == network("beredningsgruppen-for-miljo-och-samhallsbyggnad")
    renamed = network("natverket-for-regional-fysisk-planering")
    assert [row.name for row in renamed.earlier_names.all()] == ["Nätverket för översiktlig planering"]


def test_the_three_ways_to_know_a_start(demo_site):
    starts = {slug: str(network(slug).start) for slug in (
        "forskolenatverket", "natverk-for-handlaggare-av-strandskyddsarenden", "arbetsgruppen-for-social-hallbarhet",
    )}  # fmt: skip
    assert list(starts.values()) == ["1 januari 2013", "våren 2010", "2015"]


def test_sub_groups_have_schedules_of_their_own(demo_site):
    parent = network("kommunnatverket-for-hallbar-utveckling")
    children = NetworkPage.objects.child_of(parent)
    assert [child.title for child in children] == ["Naturvårdsgruppen", "Miljöstrategigruppen"]
    assert all(child.events.get().occurrences.count() > 10 for child in children)


def test_shared_statements(demo_site):
    owner = network("antagningsnamnden")
    for statement in SharedStatement.objects.all():
        assert statement.owner == owner
        assert [page.slug for page in statement.networks()] == [
            "antagningsnamnden", "forskolenatverket", "gymnasienatverket", "utbildningschefsnatverket",
        ]  # fmt: skip


def test_seats_of_every_sort(demo_site):
    seats = NetworkMember.objects.filter
    hidden = seats(hide_name=True).get()
    assert (hidden.public_name, hidden.role) == ("", "member")
    assert seats(vacant=True).count() > 5
    assert seats(party="").exclude(role="secretary").exists()
    presidium = network("forbundsstyrelsen").members.filter(role__in=["chair", "vice_chair"])
    assert [seat.party for seat in presidium] == ["S", "M", "S", "C"]
    seated = network("forbundsstyrelsen").members.exclude(role="substitute")
    assert (seated.count(), network("forbundsstyrelsen").members.count()) == (22, 33)
    left = seats(valid_until__lt=demo_site.today)
    assert left.count() == 2
    assert not any(seat in seat.page.current_members() for seat in left)


def test_a_persons_name_comes_once(demo_site):
    names = list(NetworkMember.objects.exclude(name="").exclude(role="secretary").values_list("name", flat=True))
    assert len(names) == len(set(names)) > 300


def test_a_registered_document_has_a_number_and_no_file(demo_site):
    row = NetworkDocument.objects.get(access="registered")
    assert (row.document, row.url, row.registry_number) == (None, "", "GR 2025-00417")
    assert all(row.url for row in NetworkDocument.objects.filter(access="public"))


# --- The meetings ---


def test_the_first_page_keeps_its_meetings_of_2020(demo_site):
    rows = network("forskolenatverket").events.get().occurrences.filter(start_date__year=2020)
    clock = (time(8, 30), time(11, 30))
    days = [date(2020, 2, 7), date(2020, 4, 24), date(2020, 9, 11), date(2020, 11, 27)]
    assert [(row.start_date, row.clock) for row in rows] == [(day, clock) for day in days]


def test_meetings_lie_in_three_years(demo_site):
    years = Occurrence.objects.exclude(start_date__year=2020).values_list("start_date__year", flat=True)
    assert set(years) == {2025, 2026, 2027}
    active = NetworkPage.objects.filter(status="active", events=None, joint_events=None)
    assert [page.slug for page in active] == ["gota-alvs-vattenrad"]


@pytest.mark.parametrize(
    "condition",
    [
        {"status": Status.CANCELLED, "note__gt": ""},
        {"status": Status.TENTATIVE},
        {"moved_from__isnull": False, "note__gt": ""},
        {"timing": Timing.WHOLE_DAY},
        {"timing": Timing.TO_BE_ANNOUNCED},
        {"format": Format.ONLINE},
        {"format": Format.HYBRID},
        {"page__format": Format.ONLINE},
        {"page__start_time__isnull": False, "page__end_time": None, "end_time": None},
        {"agenda__isnull": False},
    ],
    ids=lambda condition: ", ".join(condition),
)
def test_a_coming_meeting_of_each_special_sort(demo_site, condition):
    assert Occurrence.objects.public().upcoming(demo_site.today).filter(**condition).exists()


def test_minutes_belong_to_meetings_that_were_held(demo_site):
    held = Occurrence.objects.filter(minutes__isnull=False)
    assert held.count() > 10
    assert all(row.last_day < demo_site.today for row in held)


def test_meetings_from_lunch_to_lunch(demo_site):
    longer = Occurrence.objects.upcoming(demo_site.today).filter(end_date__isnull=False, start_time=time(12))
    assert longer.count() >= 3
    assert {row.end_date - row.start_date for row in longer} == {timedelta(days=1)}


def test_joint_meetings_belong_to_two_networks(demo_site):
    owners = {
        event.title: [page.slug for page in event.owners()] for event in EventPage.objects.exclude(co_owners=None)
    }
    assert owners == {
        "Gemensamt möte med fristående gymnasieskolor": ["gymnasienatverket", "gruppen-for-fristaende-gymnasieskolor"],
        "Gemensamt möte med social välfärd": [
            "beredningsgruppen-for-arbetsmarknad", "beredningsgruppen-for-social-valfard",
        ],
    }  # fmt: skip


def test_the_series_follows_its_rule_except_where_people_have_changed_it(demo_site):
    event = network("mas-natverket").events.get()
    rows = event.occurrences.all()
    assert len(event.rule_dates()) == 36
    assert {row.recurrence_id for row in rows} == {day for day in event.rule_dates() if day.month != 7}
    before = [row.start_date for row in rows]
    event.fill_from_rule(demo_site.today)
    assert sorted(row.start_date for row in event.occurrences.all()) == before


def test_the_regional_conference_has_no_network(demo_site):
    event = EventPage.objects.get(network=None)
    assert (event.title, event.owners(), event.category.name) == ("Nätverksdagen", [], "Konferens")
    assert event.get_parent().specific == CalendarPage.objects.get()


def test_nobody_meets_on_a_red_day_or_in_july(demo_site):
    red = holidays.country_holidays("SE", years=range(2020, 2028))
    days = [
        row.start_date + timedelta(offset) for row in Occurrence.objects.all() for offset in range(row_length(row))
    ]
    assert [day for day in days if day in red or day.weekday() > 4 or day.month == 7] == []


def row_length(row):
    return (row.last_day - row.start_date).days + 1


# --- Loading again, and the command ---


def contents():
    """Every table as JSON, bookkeeping included."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {model._meta.label: serialize("json", model._default_manager.order_by("pk")) for model in models}


@pytest.mark.parametrize("days", [0, 1, 400])
def test_loading_again_changes_nothing_whatever_the_day(demo_site, days):
    before = contents()
    assert +load(demo_site.today + timedelta(days=days), translated=False) == {}
    assert contents() == before


def test_loading_again_brings_back_what_was_deleted(demo_site):
    network("barnomsorgsgruppen").delete()
    network("forskolenatverket").events.get().delete()
    assert +load(demo_site.today, translated=False) == {"networks": 1, "events": 2}
    assert network("barnomsorgsgruppen").live


def test_the_command_says_what_it_did(demo_site, capsys):
    call_command("load_demo", "--force", "--today", "2026-04-15", "--swedish")
    call_command("load_demo", "--if-empty")
    assert capsys.readouterr().out.splitlines() == [
        "The demo content is there: nothing new.",
        "The site has content: nothing loaded.",
    ]


def test_the_login_is_made_on_a_developers_machine(demo_site, client, settings, capsys):
    assert not client.login(username=USERNAME, password=PASSWORD)
    settings.DEBUG = True
    call_command("load_demo", "--swedish")
    for name in (USERNAME, CENTRAL, NETWORK):
        assert client.login(username=name, password=PASSWORD)
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Login: redaktor / natverk-demo",
        "Login: gr-redaktion / natverk-demo",
        "Login: forskolenatverket / natverk-demo",
    ]
    network_editor = get_user_model().objects.get(username=NETWORK)
    assert [group.name for group in network_editor.groups.all()] == ["Redaktörer: Förskolenätverket"]
    assert list(editable_networks(network_editor)) == [NetworkPage.objects.get(slug="forskolenatverket")]


def test_a_real_site_is_left_alone(settings):
    with pytest.raises(CommandError, match="--force"):
        call_command("load_demo")
    settings.SESSION_COOKIE_SECURE = True
    with pytest.raises(CommandError, match="createsuperuser"):
        call_command("load_demo", "--force", "--with-login")
