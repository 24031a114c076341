"""What is hidden is hidden in search too, at once and in everything that repeats it."""

from datetime import date

import pytest
import time_machine
from django.core.files.base import ContentFile
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from events.models import EventCategory
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.models import (
    Area,
    NetworkContact,
    NetworkDocument,
    NetworkMember,
    NetworkPage,
    NetworkRelation,
    Organisation,
    Term,
)
from networks.models.consent import Consent
from search.indexing.writing import all_keys, rebuild, wrong_rows
from search.models import Findable, IndexState
from tests.factories import (
    make_area,
    make_category,
    make_event,
    make_meeting,
    make_network,
    make_organisation,
    publish,
    source,
)
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

from .eco_network import translate

pytestmark = pytest.mark.django_db
NOW = "2026-04-15T10:00:00+02:00"


@pytest.fixture(autouse=True)
def _in_april():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ask(client):
    return lambda query, **parameters: client.get("/sok/", {"q": query, **parameters})


def titles(response):
    return [hit.plain_text for hit in response.context["results"]] if response.context.get("results") else []


def facets(response):
    found = response.context["facets"]
    return {facet.name: {choice.label: choice.number for choice in facet.choices} for facet in found}


@shared_fixture(at=NOW)
def joint(site):
    """The meeting of Ekonätverket, in Miljö and of Ale, of which Lunanätverket, in Rymd and of Lerum, is an owner."""
    own = make_network("Ekonätverket", area=make_area("Miljö"))
    other = make_network("Lunanätverket", area=make_area("Rymd"))
    for network, name in ((own, "Ale"), (other, "Lerum")):
        network.members = [NetworkMember(organisation=make_organisation(name, kind="member"))]
        publish(network)
    make_event(own, make_meeting("2026-10-09", theme="Planktonmöte"), co_owners=[other])
    make_event(own, make_meeting("2026-10-10", theme="Planktonlunch"))
    return other


def restrict(network, kind="login"):
    PageViewRestriction.objects.create(page=Page.objects.get(pk=network.pk), restriction_type=kind, password="x")


def move_below_restricted(network):
    closed = make_network("Stängt")
    restrict(closed)
    Page.objects.get(pk=network.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")


def restrict_its_parent(network):
    move_below = make_network("Ovan")
    Page.objects.get(pk=network.pk).move(Page.objects.get(pk=move_below.pk), pos="last-child")
    restrict(move_below, "password")


HIDINGS = {
    "restrict": restrict,
    "restrict with a password": lambda network: restrict(network, "password"),
    "restrict to groups": lambda network: restrict(network, "groups"),
    "restrict what it is below": restrict_its_parent,
    "move below a restricted page": move_below_restricted,
    "unpublish": lambda network: network.unpublish(),
    "delete": lambda network: Page.objects.get(pk=network.pk).delete(),
    "put in the bin": lambda network: put_page_in_bin(NetworkPage.objects.get(pk=network.pk), None),
}


@pytest.mark.parametrize("how", HIDINGS)
def test_a_hidden_co_owner_leaves_the_meetings_hit_suggestion_and_facets(joint, ask, client, how):
    before = ask("plankton")
    assert "Lunanätverket" in before.content.decode()
    assert facets(before)["omrade"] == {"Miljö": 2, "Rymd": 1}
    HIDINGS[how](joint)
    after = ask("plankton")
    assert sorted(text.split()[0] for text in titles(after)) == ["Planktonlunch", "Planktonmöte"]
    assert "Lunanätverket" not in after.content.decode()
    assert list(facets(after)) == ["period"]  # of areas and municipalities there is nothing to choose between
    assert ask("rymd").context["count"] == 0
    assert "Lunan" not in client.get("/sok/forslag/", {"q": "plankton"}).content.decode()
    assert wrong_rows(all_keys()) == 0


def test_a_co_owner_that_comes_back_from_the_bin_is_named_again(joint, ask):
    restore(put_page_in_bin(NetworkPage.objects.get(pk=joint.pk), None), None)
    assert facets(ask("plankton"))["omrade"] == {"Miljö": 2, "Rymd": 1}
    assert wrong_rows(all_keys()) == 0


def test_what_is_opened_again_is_named_again(joint, ask):
    restrict(joint)
    PageViewRestriction.objects.get().delete()
    assert facets(ask("plankton"))["omrade"] == {"Miljö": 2, "Rymd": 1}
    assert wrong_rows(all_keys()) == 0


@shared_fixture(at=NOW)
def seated(site):
    """A network with a seat and a contact person until today, and a seat from tomorrow on."""
    network = make_network("Ekonätverket")
    ale, lerum = make_organisation("Ale", kind="member"), make_organisation("Lerum", kind="member")
    today, tomorrow = date(2026, 4, 15), date(2026, 4, 16)
    network.members = [
        NetworkMember(organisation=ale, name="Tyra Sandevik", name_basis="consent", valid_until=today),
        NetworkMember(organisation=lerum, name="Alva Ekström", name_basis="consent", valid_from=tomorrow),
    ]
    network.contacts = [NetworkContact(name="Ture Granlund", valid_until=today)]
    network.documents = [NetworkDocument(title="Rapporten", document=make_document())]
    network = publish(network)
    make_event(network, make_meeting("2026-10-09", theme="Planktonmöte"), make_meeting("2026-10-19", theme="Lunch"))
    return network


def make_document(**fields):
    return Document.objects.create(title="Fil", file=ContentFile(b"Lekplatser", name="rapport.txt"), **fields)


def test_a_seat_ends_at_midnight_and_the_next_begins(seated, ask):
    assert [ask(name).context["count"] for name in ("Sandevik", "Granlund", "Ekström")] == [1, 1, 0]
    assert ask("ekonätverket", kommun="ale").context["count"] == 5
    with time_machine.travel("2026-04-16T00:00:30+02:00", tick=False):
        assert [ask(name).context["count"] for name in ("Sandevik", "Granlund", "Ekström")] == [0, 0, 1]
        assert ask("ekonätverket", kommun="ale").context["count"] == 0
        assert ask("ekonätverket", kommun="lerum").context["count"] == 5
        response = ask("ekonätverket")
        assert titles(response)[0].split()[0] == "Ekonätverket"
        assert "Sandevik" not in response.content.decode()
        assert "Sandevik" not in ask("Sandevjk").content.decode()
        assert wrong_rows(all_keys()) == 0


def test_the_night_after_removes_what_nobody_is_shown_and_writes_nothing_else(seated):
    keys = set(Findable.objects.values_list("pk", flat=True))
    with time_machine.travel("2026-04-16T04:00:00+02:00", tick=False):
        assert rebuild() == 1
        assert keys > set(Findable.objects.values_list("pk", flat=True))
        assert rebuild() == 0


def test_dates_of_people_cost_a_search_nothing(seated, client):
    dated = queries_of(client.get, "/sok/?q=ekon%C3%A4tverket")
    seated.members = [NetworkMember(organisation=make_organisation("Ale", kind="member"))]
    seated.contacts = []
    publish(seated)
    assert queries_of(client.get, "/sok/?q=ekon%C3%A4tverket") == dated


@pytest.mark.parametrize("how", HIDINGS)
def test_a_recommended_meeting_follows_its_network(joint, ask, how):
    network = NetworkPage.objects.get(title="Ekonätverket")
    SearchPromotion.objects.create(query=Query.get("hav"), page=network.get_children().first(), description="Se här")
    assert [pick["title"] for pick in ask("hav").context["promoted"]] == ["Möten"]
    HIDINGS[how](network)
    assert ask("hav").context["promoted"] == []


def test_recommended_meetings_cost_no_query_each(joint, client):
    network = NetworkPage.objects.get(title="Ekonätverket")
    without = queries_of(client.get, "/sok/?q=hav")
    for event in network.get_children():
        SearchPromotion.objects.create(query=Query.get("hav"), page=event)
    assert queries_of(client.get, "/sok/?q=hav") <= without + 1


def remove_in_another_process(term):
    """The database changes, and no receiver in this process is called."""
    Term.objects.filter(pk=term.pk)._raw_delete("default")
    IndexState.renew()


def test_a_removed_term_is_gone_at_once_in_every_process(site, ask, client):
    term = Term.objects.create(term="MAS", expansion="medicinskt ansvarig sjuksköterska", locale=source())
    network = make_network(purpose="<p>En MAS deltar.</p>")
    assert "medicinskt" in ask("MAS").content.decode()
    assert "medicinskt" in client.get(network.url).content.decode()
    remove_in_another_process(term)
    assert "medicinskt" not in ask("MAS").content.decode()
    assert "medicinskt" not in client.get(network.url).content.decode()


@pytest.fixture
def closed(site):
    collection = Collection.get_first_root_node().add_child(name="Stängd")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


@pytest.fixture
def document(seated):
    return Document.objects.get()


def rows_of(document):
    return Findable.objects.filter(document=document).count()


def test_a_document_of_a_closed_collection_has_no_row_and_gets_it_back(document, closed):
    assert rows_of(document) == 1
    document.collection = closed.add_child(name="Under")
    document.save()
    assert rows_of(document) == 0
    document.collection = Collection.get_first_root_node()
    document.save()
    assert rows_of(document) == 1


def test_a_collection_takes_the_rows_of_its_documents_along(document):
    collection = Collection.get_first_root_node().add_child(name="Dokument")
    document.collection = collection.add_child(name="Under")
    document.save()
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="password")
    assert rows_of(document) == 0
    restriction.delete()
    assert rows_of(document) == 1


def test_a_collection_that_is_moved_takes_the_rows_of_its_documents_along(
    document, closed, admin_client, django_capture_on_commit_callbacks
):
    collection = Collection.get_first_root_node().add_child(name="Dokument")
    document.collection = collection
    document.save()
    for parent, rows in ((closed, 0), (Collection.get_first_root_node(), 1)):
        with django_capture_on_commit_callbacks(execute=True):
            answer = {"name": "Dokument", "parent": parent.pk}
            assert admin_client.post(f"/admin/collections/{collection.pk}/", answer).status_code == 302
        assert rows_of(document) == rows


def test_a_document_of_a_closed_collection_gets_no_row_with_a_publication(document, closed, seated):
    Document.objects.update(collection=closed)
    publish(seated)
    assert rows_of(document) == 0


def test_words_of_registers_that_are_removed_are_found_no_more(site, ask):
    network = make_network("Ekonätverket", responsible_authority=make_organisation("Lantmäteriet"))
    make_event(network, "2026-10-09", "2026-10-10", title="Plankton", category=make_category("Studiebesök"))
    assert [ask(word).context["count"] for word in ("lantmäteriet", "studiebesök")] == [1, 1]
    Organisation.objects.all().delete()
    EventCategory.objects.all().delete()
    assert [ask(word).context["count"] for word in ("lantmäteriet", "studiebesök")] == [0, 0]
    assert wrong_rows(all_keys()) == 0


def test_an_area_that_is_translated_later_is_found_in_its_language(site, client):
    network = make_network("Ekonätverket", area=make_area("Miljö"))
    translate(network, site.en)
    Area.objects.create(
        name="Environment", slug="environment", locale=site.en, translation_key=network.area.translation_key
    )
    assert client.get("/en/search/?q=environment").context["count"] == 1
    assert wrong_rows(all_keys()) == 0


@shared_fixture(at=NOW)
def related(site):
    """Lunanätverket, named as related on the page of Ekonätverket and, since it has agreed, the other way round."""
    other = make_network("Lunanätverket")
    own = make_network("Ekonätverket")
    own.relations = [NetworkRelation(kind="reports_to", target=other)]
    publish(own)
    Consent.objects.update(answer="yes")
    publish(NetworkPage.objects.get(pk=other.pk))
    return other


def facts_of(title):
    return Findable.objects.get(kind="network", title=title).facts


@pytest.mark.parametrize("how", HIDINGS)
def test_a_hidden_relation_leaves_the_other_networks_row(related, how):
    assert "Rapporterar till: Lunanätverket" in facts_of("Ekonätverket")
    assert "Får rapporter från: Ekonätverket" in facts_of("Lunanätverket")
    HIDINGS[how](related)
    assert "Lunan" not in facts_of("Ekonätverket")
    assert wrong_rows(all_keys()) == 0


def test_a_relation_that_ends_or_is_renamed_is_told_so_on_both_pages(related):
    related.title = "Solnätverket"
    publish(related)
    assert "Rapporterar till: Solnätverket" in facts_of("Ekonätverket")
    own = NetworkPage.objects.get(title="Ekonätverket")
    own.relations = []
    publish(own)
    assert "Ekonätverket" not in facts_of("Solnätverket")
    assert wrong_rows(all_keys()) == 0


def test_a_successor_is_named_as_long_as_it_is_shown(related):
    own = NetworkPage.objects.get(title="Ekonätverket")
    own.relations, own.status, own.successor = [], "closed", related
    publish(own)
    assert "Arbetet fortsätter i: Lunanätverket" in facts_of("Ekonätverket")
    related.unpublish()
    assert "Lunan" not in facts_of("Ekonätverket")
    assert wrong_rows(all_keys()) == 0


def test_a_translation_lends_its_words_only_while_it_is_live(site, client):
    network = make_network("Ekonätverket")
    translate(network, site.en)
    assert client.get("/sok/?q=eco+network").context["count"] == 1
    assert client.get("/en/search/?q=ekon%C3%A4tverket").context["count"] == 1
    translation = network.get_translation(site.en)
    for hide, show in (unpublish_and_publish(translation), restrict_and_open(translation)):
        hide()
        assert client.get("/sok/?q=eco").context["count"] == 0
        assert wrong_rows(all_keys()) == 0
        show()
        assert client.get("/sok/?q=eco").context["count"] == 1
    translation.delete()
    assert client.get("/sok/?q=eco").context["count"] == 0


def unpublish_and_publish(page):
    return page.unpublish, lambda: page.get_latest_revision().publish()


def restrict_and_open(page):
    def restrict_page():
        restrict(page)

    # One of the page's doors opens that of its source too.
    return restrict_page, lambda: PageViewRestriction.objects.first().delete()
