"""A site with one hundred networks and no events, straight into an empty migrated database."""

from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Locale, Page, Site

from events.models import CalendarPage, EventCategory
from gr_site.models import HomePage
from networks.models import (
    Area,
    EarlierName,
    NetworkContact,
    NetworkDocument,
    NetworkIndexPage,
    NetworkMember,
    NetworkPage,
    NetworkRelation,
    NetworkStatement,
    Organisation,
    SharedStatement,
)
from networks.models.choices import Kind, RelationKind

from .bulk_pages import insert_pages
from .content import PARAGRAPH

NETWORKS = 100
MEMBERS = 14
AREAS = ["Arbetsmarknad", "Miljö och samhällsbyggnad", "Näringsliv", "Social välfärd", "Utbildning", "Övergripande"]
DOCUMENTS = 20


def seed_site():
    """The home page, the list of networks, the calendar and one hundred networks with members and relations."""
    locale, _ = Locale.objects.get_or_create(language_code="sv")
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    for page in root.get_children():  # the welcome page that Wagtail's migrations bring, and its site
        page.delete()
    home = Page.objects.get(pk=root.pk).add_child(instance=HomePage(title="Nätverk i regionen", slug="start"))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Mätning")
    index = home.add_child(instance=NetworkIndexPage(title="Nätverk", slug="natverk", show_in_menus=True))
    home.add_child(instance=CalendarPage(title="Kalender", slug="kalender", show_in_menus=True))
    EventCategory.objects.create(name="Nätverksmöte", slug="natverksmote", locale=locale)
    Document.objects.bulk_create(
        Document(title=f"Dagordning {number}", file=f"documents/dagordning-{number}.pdf")
        for number in range(DOCUMENTS)
    )
    networks = _networks(index, _areas(locale))
    insert_pages([(network, index) for network in networks])
    _fill_networks(networks)


def _areas(locale):
    return [
        Area.objects.create(name=name, slug=f"omrade-{place}", sort_order=place, locale=locale)
        for place, name in enumerate(AREAS)
    ]


def _networks(index, areas):
    now = timezone.now()
    return [
        NetworkPage(
            title=f"Nätverk {number:03}",
            slug=network_slug(number),
            introduction=PARAGRAPH,
            purpose=f"<p>{PARAGRAPH * 2}</p>" * 2,
            mandate=f"<p>{PARAGRAPH * 2}</p>",
            kind=list(Kind)[number % len(Kind)],
            area=areas[number % len(areas)],
            start_year=1995 + number % 25,
            contact_email="natverk@example.org",
            content_changed_at=now,
            first_published_at=now,
            last_published_at=now,
        )
        for number in range(NETWORKS)
    ]


def _fill_networks(networks):
    organisations = Organisation.objects.bulk_create(Organisation(name=f"Kommun {number}") for number in range(13))
    NetworkMember.objects.bulk_create(
        NetworkMember(
            page=network,
            locale_id=network.locale_id,
            organisation=organisations[seat % 13],
            name=f"Person {seat}",
            name_basis="public_task",
            sort_order=seat,
        )
        for network in networks
        for seat in range(MEMBERS)
    )
    NetworkContact.objects.bulk_create(
        NetworkContact(
            page=network, locale_id=network.locale_id, name="Kim Exempel", email="kim@example.org", sort_order=0
        )
        for network in networks
    )
    EarlierName.objects.bulk_create(
        EarlierName(page=network, name=f"{network.title} (gammalt namn)", until=2015, sort_order=0)
        for network in networks[::3]
    )
    statement = SharedStatement.objects.create(
        title="Gemensam vision", text=f"<p>{PARAGRAPH}</p>", owner=networks[0], locale_id=networks[0].locale_id
    )
    NetworkStatement.objects.bulk_create(
        NetworkStatement(page=network, statement=statement, sort_order=0) for network in networks
    )
    agendas = list(Document.objects.all())
    NetworkDocument.objects.bulk_create(
        NetworkDocument(
            page=network,
            locale_id=network.locale_id,
            title=agendas[place].title,
            document=agendas[place],
            sort_order=place,
        )
        for network in networks
        for place in range(5)
    )
    NetworkRelation.objects.bulk_create(
        NetworkRelation(page=network, target=networks[number % 10], kind=RelationKind.REPORTS_TO, sort_order=0)
        for number, network in enumerate(networks)
        if number >= 10
    )


def network_slug(number):
    return f"natverk-{number:03}"
