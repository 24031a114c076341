"""A row of every translatable model in the source language, with a live English translation beside it."""

from django.db.models import CharField, TextField
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page

from gr_site.models import AccessibilityStatementPage, GlossaryPage, Shortcoming, StandardPage
from networks.models import NetworkContact, NetworkDocument, NetworkMember, SharedStatement, Term
from tests.factories import (
    add_page,
    make_area,
    make_category,
    make_event,
    make_meeting,
    make_network,
    make_organisation,
    publish,
    source,
)


def _network(site):
    network = make_network(introduction="Vi delar erfarenheter.")
    network.members = [NetworkMember(organisation=make_organisation(), title="socialchef", party="S")]
    network.contacts = [NetworkContact(name="Alva Ek", title="utvecklingsledare")]
    network.documents = [NetworkDocument(title="Arbetsordning", access="on_request")]
    return publish(network)


def _event(site):
    row = make_meeting("2030-01-10", theme="Barngrupper", note="Ta med dator.")
    return make_event(make_network(), row, introduction="Öppet för alla.")


def _statement_page(site):
    page = AccessibilityStatementPage(
        title="Tillgänglighetsredogörelse",
        actor="Göteborgsregionens kommunalförbund",
        service_name="Nätverkswebben",
        addresses="https://natverk.gr.example/",
        conformance="partial",
        assessed_on="2025-09-01",
        method="self",
        email="tillganglighet@gr.example",
        phone="031-123 45 00",
    )
    page.shortcomings = [Shortcoming(what="Kartan kräver mus", affects="den som styr med tangentbord")]
    return add_page(site.home, page)


# How to make one of each: {label: function of the ``site`` fixture}. A row of a page comes with its page.
MAKERS = {
    "events.CalendarPage": lambda site: site.calendar,
    "events.EventCategory": lambda site: make_category("Konferens"),
    "events.EventPage": _event,
    "events.Occurrence": lambda site: _event(site).occurrences.select_related("page").get(),
    "gr_site.AccessibilityStatementPage": _statement_page,
    "gr_site.GlossaryPage": lambda site: add_page(site.home, GlossaryPage(title="Ordlista")),
    "gr_site.HomePage": lambda site: site.home,
    "gr_site.Shortcoming": lambda site: _statement_page(site).shortcomings.select_related("page").get(),
    "gr_site.StandardPage": lambda site: add_page(site.home, StandardPage(title="Om oss", introduction="Om GR.")),
    "networks.Area": lambda site: make_area("Social välfärd", description="Om socialtjänst."),
    "networks.NetworkContact": lambda site: _network(site).contacts.select_related("page").get(),
    "networks.NetworkDocument": lambda site: _network(site).documents.select_related("page").get(),
    "networks.NetworkIndexPage": lambda site: site.networks,
    "networks.NetworkMember": lambda site: _network(site).members.select_related("page").get(),
    "networks.NetworkPage": _network,
    "networks.SharedStatement": lambda site: SharedStatement.objects.create(
        title="Vision", text="<p>Alla barn.</p>", locale=source()
    ),
    "networks.Term": lambda site: Term.objects.create(term="LSS", expansion="lagen om stöd", locale=source()),
    "wagtailcore.Page": lambda site: Page.objects.get(pk=site.home.pk),
}


def translate(thing):
    """Give ``thing``, or the page that it is a row of, a live English translation: each word with " (en)" after."""
    english = Locale.objects.get(language_code="en")
    page = thing if isinstance(thing, Page) else getattr(thing, "page", None)
    if page is None:
        translated = thing.copy_for_translation(english)
        _in_english(translated).save()
        return
    translated = _in_english(page.specific.copy_for_translation(english, copy_parents=True))
    for relation in get_all_child_relations(type(translated)):
        rows = getattr(translated, relation.related_name).all()
        setattr(translated, relation.related_name, [_in_english(row) for row in rows])
    publish(translated)


def _in_english(thing):
    for name in text_words(type(thing)):
        if text := getattr(thing, name):
            setattr(thing, name, f"{text} (en)")
    return thing


def text_words(model):
    """The model's words that are plain or rich text: a body of blocks is lent the same way, and is longer to write."""
    names = getattr(model, "words", ["title"] if issubclass(model, Page) else [])
    return [name for name in names if isinstance(model._meta.get_field(name), CharField | TextField)]
