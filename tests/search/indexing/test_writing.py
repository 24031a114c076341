"""What can be found follows what is published, at once and in every way that content changes."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from gr_site.models import StandardPage
from networks.models import (
    EarlierName,
    NetworkContact,
    NetworkDocument,
    NetworkMember,
    NetworkStatement,
    SharedStatement,
)
from search.indexing import subjects
from search.indexing.writing import all_keys, rebuild, write, wrong_rows
from search.models import Findable, IndexState
from tests.factories import add_page, make_area, make_event, make_meeting, make_network, make_organisation, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


def keys(kind=None, language="sv"):
    rows = Findable.objects.public().in_language(language)
    return sorted(row.title for row in (rows.filter(kind=kind) if kind else rows))


def row_of(network):
    return Findable.objects.get(subject=network.translation_key, language="sv", kind="network")


def test_a_network_is_found_by_what_stands_on_its_page(site):
    network = make_network("Förskolenätverket", introduction="Om lek.", purpose="<p>Ett <b>syfte</b></p><p>Till</p>")
    network.earlier_names = [EarlierName(name="Barnomsorgsrådet")]
    network.members = [
        NetworkMember(
            organisation=make_organisation("Ale", kind="member"),
            name="Tyra Sandevik",
            name_basis="consent",
            title="chef",
        ),
        NetworkMember(
            organisation=make_organisation("Lerum", kind="member"),
            name="Dold Person",
            name_basis="consent",
            hide_name=True,
        ),
        NetworkMember(
            organisation=make_organisation("Bolaget"),
            name="Slutat",
            name_basis="consent",
            valid_until=date(2020, 1, 1),
        ),
    ]
    network.contacts = [
        NetworkContact(name="Alva Ek", title="processledare"),
        NetworkContact(name="Den Förra", valid_until=date(2020, 1, 1)),
    ]
    publish(network)
    row = row_of(network)
    assert (row.title, row.names, row.text) == ("Förskolenätverket", "Barnomsorgsrådet", "Om lek.\nEtt syfte\nTill")
    assert row.facts.splitlines() == [
        "Nätverk", "Utbildning", "Ale, Lerum", "Tyra Sandevik, chef, Ale", "Ledamot, Lerum", "Alva Ek, processledare",
        "Kontaktperson",
    ]  # fmt: skip
    assert row.municipalities == sorted(make_organisation(name).pk for name in ("Ale", "Lerum"))
    assert row.areas == [str(make_area().translation_key)]


def test_child_rows_are_found_at_once_and_not_one_publication_later(site, network):
    network.earlier_names = [EarlierName(name="Ekorrgruppen")]
    publish(network)
    assert row_of(network).names == "Ekorrgruppen"


def test_each_meeting_and_the_page_that_gathers_them_are_found(site):
    network = make_network("Ekonätverket")
    event = make_event(network, make_meeting("2026-10-09", theme="Budget"), "2026-11-20", title="Möten 2026")
    rows = Findable.objects.filter(subject=event.translation_key).order_by("first_day")
    assert [(row.variety, row.title, row.owners) for row in rows.order_by("variety", "first_day")] == [
        ("", "Budget", "Ekonätverket"),
        ("", "Möte", "Ekonätverket"),
        ("series", "Möten 2026", "Ekonätverket"),
    ]
    budget = rows.get(title="Budget")
    assert budget.facts == "fredag 9 oktober 2026 kl. 08.30–11.30, Stadshuset, Mölndal\nPå plats\nMöten 2026"
    assert {"d2026-10-09", "d10-09", "v41", "oktob", "2026"} <= set(budget.fact_terms.split())
    assert (budget.first_day, budget.last_day) == (date(2026, 10, 9), date(2026, 10, 9))


def test_the_only_date_of_a_page_is_found_once(site, network):
    event = make_event(network, "2026-10-09", title="Vårkonferensen", introduction="Om våren.")
    row = Findable.objects.get(subject=event.translation_key)
    assert (row.kind, row.title, row.text) == ("meeting", "Vårkonferensen", "Om våren.")


def test_a_row_keeps_its_key_while_its_text_changes(site):
    network = make_network("Ekonätverket")
    before = row_of(network)
    network.title = "Ekologinätverket"
    publish(network)
    after = row_of(network)
    assert (after.pk, after.title) == (before.pk, "Ekologinätverket")
    assert Findable.objects.count() == Findable.objects.values("key", "language").distinct().count()


def test_publishing_without_a_change_writes_nothing(site, network):
    before = IndexState.current()
    publish(network)
    assert IndexState.current() == before
    assert rebuild() == 0


def test_who_writes_rows_waits_for_who_does_it_already(site, network):
    """Two publications that take the same rows in different order would be a deadlock in PostgreSQL."""
    with CaptureQueriesContext(connection) as captured:
        write([network.translation_key])
    first = next(query["sql"] for query in captured if "SAVEPOINT" not in query["sql"])
    assert first.startswith('SELECT "search_indexstate"."id"')
    assert first.endswith("FOR UPDATE") or connection.vendor == "sqlite"


def test_a_draft_of_a_published_page_is_not_found(site):
    network = make_network("Ekonätverket")
    network.title = "Hemligt"
    network.save_revision()
    assert row_of(network).title == "Ekonätverket"


HIDINGS = {
    "unpublish": lambda network: network.unpublish(),
    "delete": lambda network: network.delete(),
    "restrict": lambda network: PageViewRestriction.objects.create(page=network, restriction_type="login"),
    "restrict the list": lambda network: PageViewRestriction.objects.create(
        page=Page.objects.get(pk=network.get_parent().pk), restriction_type="login"
    ),
}


@pytest.mark.parametrize("how", HIDINGS)
def test_what_is_hidden_takes_its_meetings_and_documents_along(site, how):
    network = make_network("Ekonätverket")
    make_event(network, "2026-10-09", title="Ekomöte")
    network.documents = [NetworkDocument(title="Ekorapport", document=make_document())]
    network = publish(network)
    assert {"Ekonätverket", "Ekomöte", "Ekorapport"} <= set(keys())
    HIDINGS[how](network)
    assert {"Ekonätverket", "Ekomöte", "Ekorapport"} & set(keys()) == set()
    assert not Findable.objects.filter(title__startswith="Eko").exists()


@pytest.mark.parametrize("how", ["not live", "expired", "restricted", "network not live"])
def test_nothing_shows_between_a_change_and_its_writing(site, how):
    """The change is made past all signals here, as in the moment before they have run."""
    network = make_network("Ekonätverket")
    event = make_event(network, "2026-10-09", title="Ekomöte")
    if how == "not live":
        Page.objects.filter(pk=event.pk).update(live=False)
    elif how == "expired":
        Page.objects.filter(pk=event.pk).update(expire_at="2020-01-01T00:00:00Z")
    elif how == "restricted":
        PageViewRestriction.objects.bulk_create([PageViewRestriction(page=event, restriction_type="login")])
    else:
        Page.objects.filter(pk=network.pk).update(live=False)
    assert Findable.objects.filter(title="Ekomöte").exists()
    assert "Ekomöte" not in keys()


def test_a_page_that_is_opened_again_is_found_again(site):
    network = make_network("Ekonätverket")
    make_event(network, "2026-10-09", title="Ekomöte")
    restriction = PageViewRestriction.objects.create(page=network, restriction_type="login")
    restriction.delete()
    network.unpublish()
    publish(network)
    assert {"Ekonätverket", "Ekomöte"} <= set(keys())


def test_a_meeting_that_moves_is_found_under_its_new_network(site):
    first, second = make_network("Första"), make_network("Andra")
    event = make_event(first, "2026-10-09", title="Ekomöte")
    event.move(second, pos="last-child")
    assert Findable.objects.get(subject=event.translation_key).owners == "Andra"


def test_meetings_follow_their_networks_new_name(site):
    network = make_network("Förra namnet")
    event = make_event(network, "2026-10-09")
    network.title = "Nya namnet"
    publish(network)
    assert Findable.objects.get(subject=event.translation_key).owners == "Nya namnet"


def test_a_network_that_changes_nothing_of_its_meetings_leaves_them_unread(site):
    network = make_network("Ekonätverket")
    event = make_event(network, "2026-10-09")
    Findable.objects.filter(subject=event.translation_key).update(title="orörd")
    network.introduction = "Nytt."
    publish(network)
    assert Findable.objects.get(subject=event.translation_key).title == "orörd"


def test_registers_change_what_is_found(site):
    statement = SharedStatement.objects.create(title="Vision", text="<p>Ekologi</p>", locale=site.sv)
    area, organisation = make_area("Ekologi"), make_organisation("Ekobolaget")
    network = make_network(area=area)
    network.statements = [NetworkStatement(statement=statement)]
    network.members = [NetworkMember(organisation=organisation)]
    publish(network)
    for thing, field, value in [(statement, "text", "Nytt"), (area, "name", "Natur"), (organisation, "name", "AB")]:
        setattr(thing, field, value)
        thing.save()
    assert row_of(network).text == "Vision\nNytt"
    assert row_of(network).facts == "Nätverk\nNatur\nAB\nLedamot, AB"


def make_document(name="rapport.txt", title="Fil", **fields):
    return Document.objects.create(title=title, file=ContentFile(b"Lekplatser", name=name), **fields)


def test_only_documents_given_to_everybody_are_found(site, network):
    network.documents = [
        NetworkDocument(title="Öppen", document=make_document()),
        NetworkDocument(title="På begäran", document=make_document(), access="registered"),
        NetworkDocument(title="Utan fil", access="registered"),
    ]
    publish(network)
    make_document(title="Ingen sida visar den")
    event = make_event(network, make_meeting("2026-10-09", minutes=make_document(title="Anteckningar")))
    assert keys("document") == ["Anteckningar", "Öppen"]
    minutes = Findable.objects.get(kind="document", subject=event.translation_key)
    assert (minutes.variety, minutes.first_day) == ("minutes", date(2026, 10, 9))


def test_a_document_in_a_closed_collection_is_not_found(site, network):
    collection = Collection.get_first_root_node().add_child(name="Stängd")
    below = collection.add_child(name="Under")
    network.documents = [NetworkDocument(title="Rapport", document=make_document(collection=below))]
    publish(network)
    assert keys("document") == ["Rapport"]
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert keys("document") == []


def test_a_standard_page_is_found_by_its_text(site):
    add_page(site.home, StandardPage(title="Om oss", introduction="Ingress", body=[("paragraph", "<p>Brödtext</p>")]))
    row = Findable.objects.get(title="Om oss")
    assert (row.kind, row.text) == ("page", "Ingress\nBrödtext")


def test_text_that_is_kept_for_the_editor_is_not_found(site):
    page = add_page(site.home, StandardPage(title="Om oss", body=[("unplaced", "Hemligt")]))
    assert Findable.objects.get(subject=page.translation_key).text == ""


def test_a_translation_is_found_by_its_whole_text(site):
    """Not by the Swedish text below an English title."""
    network = make_network("Ekonätverket", introduction="Om lek.", purpose="<p>Ett syfte</p>")
    event = make_event(network, make_meeting("2026-10-09"), introduction="Vi går en runda.")
    translate(network, site.en, title="Eco network", introduction="About play.", purpose="<p>A purpose</p>")
    translate(event, site.en, title="Meetings", introduction="We take a walk.")
    texts = Findable.objects.filter(language="en").exclude(text="").values_list("text", flat=True)
    assert sorted(texts) == ["About play.\nA purpose", "We take a walk."]


def translate(page, locale, **words):
    """``page`` in ``locale`` with ``words`` of its own, live, as a translator leaves it."""
    for ancestor in page.get_ancestors().filter(depth__gt=1).specific():
        if not ancestor.has_translation(locale):
            ancestor.copy_for_translation(locale, alias=True)
    copy = page.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def test_each_thing_is_found_once_in_each_language(site):
    network = make_network("Ekonätverket")
    event = make_event(network, "2026-10-09", title="Ekomöte")
    english = translate(network, site.en, title="Eco network")
    assert keys("network", "sv") == ["Ekonätverket"]
    assert keys("network", "en") == ["Eco network"]
    assert keys("meeting", "en") == ["Ekomöte"]
    english.unpublish()
    assert keys("network", "en") == ["Ekonätverket"]
    row_of(network).page.unpublish()
    assert keys("network", "en") == keys("meeting", "en") == []
    assert Findable.objects.filter(subject__in=[network.translation_key, event.translation_key]).count() == 0


def test_a_translation_says_nothing_else_of_people_than_the_source(site):
    network = make_network("Ekonätverket")
    network.members = [NetworkMember(organisation=make_organisation("Ale"), name="Slutar Snart", name_basis="consent")]
    network = publish(network)
    translate(network, site.en, title="Eco network")
    network.members = []
    publish(network)
    assert "Slutar" not in Findable.objects.get(language="en", kind="network").facts


def test_a_translation_that_is_deleted_gives_its_place_back(site):
    network = make_network("Ekonätverket")
    translate(network, site.en, title="Eco network").delete()
    assert keys("network", "en") == ["Ekonätverket"]


@pytest.fixture
def unreadable(monkeypatch, network):
    """The key of a network whose rows cannot be made, by a fault in what makes them."""
    made = subjects.network_rows

    def network_rows(page):
        if page.translation_key == network.translation_key:
            raise RecursionError("a fault")
        return made(page)

    monkeypatch.setattr(subjects, "network_rows", network_rows)
    return network.translation_key


def test_a_page_that_cannot_be_read_is_published_all_the_same_and_keeps_its_rows(network, unreadable, caplog):
    before = row_of(network).title
    network.title = "Ett annat namn"
    publish(network)
    assert (Page.objects.get(pk=network.pk).title, row_of(network).title) == ("Ett annat namn", before)
    assert str(unreadable) in caplog.text


def test_a_page_that_cannot_be_read_stops_no_rebuild(network, unreadable, caplog):
    other = make_network("Ett till")
    Findable.objects.all().delete()
    rebuild()
    assert keys("network") == [other.title]
    assert wrong_rows(all_keys()) == 0


def test_an_administrator_sees_which_pages_cannot_be_read(network, unreadable, admin_client, caplog):
    page = admin_client.get(reverse("feed_health"))
    assert [found.pk for found in page.context["unread"]] == [network.pk]
    assert reverse("wagtailadmin_pages:edit", args=[network.pk]) in page.content.decode()


def test_a_rebuild_that_finds_nothing_wrong_locks_nothing(network):
    with CaptureQueriesContext(connection) as queries:
        assert rebuild() == 0
    assert [query["sql"] for query in queries if query["sql"].startswith(("BEGIN", "SAVEPOINT", "UPDATE"))] == []
