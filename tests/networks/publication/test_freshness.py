"""'Last updated' moves when a reader would notice a change, and only then."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from networks.models import NetworkMember, NetworkPage, NetworkStatement, SharedStatement
from tests.factories import make_event, make_meeting, make_network, make_organisation, publish, source
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    """A clock that stands still until a test moves it an hour on."""
    with time_machine.travel(START, tick=False) as traveller:
        yield lambda: traveller.shift(timedelta(hours=1))


@shared_fixture(at=START)
def published(site):
    network = make_network(purpose="<p>Syftet.</p>")
    network.members = [NetworkMember(organisation=make_organisation(), name="Gunvor Testsson")]
    return publish(network)


@pytest.fixture
def page(published, clock):
    clock()
    return published


def hours(network):
    """Whole hours after the start at which a reader would last have noticed a change."""
    return (NetworkPage.objects.get(pk=network.pk).last_updated - START) // timedelta(hours=1)


def test_a_first_publication_counts(page):
    assert hours(page) == 0


def test_publishing_unchanged_text_does_not_count(page, clock):
    publish(page)
    clock()
    publish(NetworkPage.objects.get(pk=page.pk))
    assert hours(page) == 0


def test_publishing_through_the_admin_without_a_change_does_not_count(page, editor_client):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(editor_client.get(address).content.decode(), form_id="page-edit-form").copy()
    form |= {"body-count": "0", "action-publish": "1"}
    assert editor_client.post(address, form).status_code == 302
    assert hours(page) == 0


@pytest.mark.parametrize("fields", [{"purpose": "<p>Nytt syfte.</p>"}, {"title": "Nytt namn"}, {"status": "paused"}])
def test_changed_text_counts(page, fields):
    for name, value in fields.items():
        setattr(page, name, value)
    publish(page)
    assert hours(page) == 1


@pytest.mark.parametrize("fields", [{"slug": "ny-adress"}, {"seo_title": "Sökord"}, {"show_in_menus": True}])
def test_what_no_reader_sees_does_not_count(page, fields):
    for name, value in fields.items():
        setattr(page, name, value)
    publish(page)
    assert hours(page) == 0


def test_a_changed_member_counts(page):
    member = page.members.get()
    member.name = "Beata Exempel"
    page.members = [member]
    publish(page)
    assert hours(page) == 1


def test_a_draft_does_not_count(page):
    page.purpose = "<p>Utkast.</p>"
    page.save_revision()
    assert hours(page) == 0


def test_an_old_revision_counts_as_a_change_today_and_not_as_one_of_its_day(page, clock):
    first = page.get_latest_revision()
    page.purpose = "<p>Nytt syfte.</p>"
    publish(page)
    clock()
    first.publish()
    assert hours(page) == 2


def test_unpublishing_and_publishing_the_same_does_not_count(page):
    page.unpublish()
    page.get_latest_revision().publish()
    assert hours(page) == 0


# --- Shared texts ---


@pytest.fixture
def statement(page, clock):
    shared = SharedStatement.objects.create(title="Vision", text="<p>Alla barn.</p>", locale=source())
    page.statements = [NetworkStatement(statement=shared)]
    publish(page)
    clock()
    return shared


def test_a_shared_text_that_changes_counts_on_every_page_that_shows_it(page, statement):
    other = make_network("Utan texten")
    statement.text = "<p>Alla barn och unga.</p>"
    statement.save()
    assert hours(page) == 2
    assert hours(other) == 2  # it is new: published this very hour
    assert statement.changed_at == START + timedelta(hours=2)


def test_a_shared_text_that_is_saved_unchanged_does_not_count(page, statement):
    statement.save()
    assert hours(page) == 1


def test_the_shared_texts_form_says_where_it_is_used_before_it_is_changed(page, statement, editor_client):
    address = reverse("wagtailsnippets_networks_sharedstatement:edit", args=[statement.pk])
    html = editor_client.get(address).content.decode()
    assert "När du ändrar texten ändras den på de här sidorna" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_a_text_that_no_page_shows_says_so(site, editor_client):
    shared = SharedStatement.objects.create(title="Vision", text="<p>Alla barn.</p>", locale=source())
    address = reverse("wagtailsnippets_networks_sharedstatement:edit", args=[shared.pk])
    assert "visas inte på något nätverk ännu" in editor_client.get(address).content.decode()


# --- Meetings ---


@pytest.fixture
def event(page, clock):
    made = make_event(page, make_meeting("2026-05-05"), make_meeting("2026-06-02"))
    clock()
    return made


def test_a_new_meeting_counts(page, event):
    assert hours(page) == 1


def test_a_meeting_published_unchanged_does_not_count(page, event):
    publish(event)
    assert hours(page) == 1


@pytest.mark.parametrize(
    "fields", [{"status": "cancelled"}, {"place": "Lerum"}, {"note": "Ny lokal"}, {"theme": "Vision"}]
)
def test_a_changed_meeting_counts(page, event, fields):
    rows = list(event.occurrences.all())
    for name, value in fields.items():
        setattr(rows[0], name, value)
    event.occurrences = rows
    publish(event)
    assert hours(page) == 2


def test_a_removed_meeting_counts(page, event):
    event.occurrences = list(event.occurrences.all())[:1]
    publish(event)
    assert hours(page) == 2


def test_an_unpublished_event_counts(page, event):
    event.unpublish()
    assert hours(page) == 2


def test_a_joint_meeting_counts_for_every_owner(page, clock):
    other = make_network("Beta")
    clock()
    make_event(other, "2026-05-05", co_owners=[page])
    assert (hours(page), hours(other)) == (2, 2)
