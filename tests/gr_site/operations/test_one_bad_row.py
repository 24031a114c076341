"""A row that cannot be done stops no other: each command that goes row by row meets one, logs it and does the rest."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command, get_commands
from django.urls import reverse
from wagtail.images.models import Image

from events.feeds import components
from events.models import CalendarObject
from networks.models import Letter, NetworkEditors
from networks.outbox import sending
from networks.outbox.posting import post
from networks.pictures import rebuilding
from networks.rights import renewal
from search.indexing import subjects
from search.models import Findable
from tests.factories import make_event, make_network
from tests.networks.pictures.drawings import drawn, private_facts
from tests.shared_fixtures import shared_fixture

OWN = {"gr_site", "search", "events", "networks"}
NOT_BY_ROW = {
    "backup": "the whole site or nothing",
    "compile_catalogues": "files of the source, before the site starts",
    "forget_person": "a person goes from everywhere or from nowhere",
    "import_network_page": "one page, by hand",
    "load_demo": "made-up content, whole or not at all",
    "load_thesaurus": "a list of ours, whole or not at all",
    "parse_meeting_dates": "reads a text and stores nothing",
    "prune_access_log": "one statement for all rows",
    "restore": "the whole site or nothing",
    "runserver": "Django's own, with a worker beside it",
    "start_site": "a few rows by name, by hand",
    "update_search_index": "tests/search/elasticsearch has the row that Elasticsearch refuses",
    "worker": "does what run_due does",
}
# {command: (the fixture with a bad and a good row, both undone; its arguments)}
BY_ROW = {
    "rebuild_calendar_objects": ("feeds", []),
    "rebuild_pictures": ("pictures", []),
    "rebuild_search": ("hits", []),
    "renew_editor_groups": ("groups", []),
    "run_due": ("feeds", ["--all"]),
    "send_letters": ("letters", []),
}


@shared_fixture()
def pages(site):
    return [make_network("Barn"), make_network("Unga")]


@shared_fixture()
def events(pages):
    return [make_event(page, "2030-02-07") for page in pages]


@pytest.fixture
def broken(monkeypatch):
    """A function that lets ``module.name`` raise for the arguments that ``is_bad`` says."""

    def break_it(module, name, is_bad):
        works = getattr(module, name)

        def fails_for_some(*arguments):
            if is_bad(*arguments):
                raise RecursionError("a fault")
            return works(*arguments)

        monkeypatch.setattr(module, name, fails_for_some)

    return break_it


# Each gives the keys of a bad and a good row, and a function that gives the keys of those that are undone.


@pytest.fixture
def feeds(events, broken):
    broken(components, "_meeting", lambda row, *_: row.page_id == events[0].pk)
    wrong = CalendarObject.objects.filter(component="gammalt")
    CalendarObject.objects.update(component="gammalt")
    return [event.pk for event in events], lambda: sorted(wrong.values_list("event", flat=True))


@pytest.fixture
def hits(pages, broken):
    broken(subjects, "network_rows", lambda page: page.pk == pages[0].pk)
    Findable.objects.all().delete()
    found = Findable.objects.values_list("page_id", flat=True)
    return [page.pk for page in pages], lambda: [page.pk for page in pages if page.pk not in set(found.all())]


@pytest.fixture
def pictures(site, broken, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photo = drawn("jpeg", (9, 9), exif=private_facts())  # stored without the signal that would take the facts away
    rows = Image.objects.bulk_create(Image(title="Bild", file=ContentFile(photo, name="bild.jpg")) for _ in range(2))
    names = [row.file.name for row in rows]
    broken(rebuilding, "replace", lambda picture, content: picture.pk == rows[0].pk)
    unchanged = Image.objects.filter(file__in=names).order_by("pk")
    return [row.pk for row in rows], lambda: list(unchanged.values_list("pk", flat=True))


@pytest.fixture
def groups(pages, broken):
    broken(renewal, "let_in", lambda editors, page: page.pk == pages[0].pk)
    of_key = {editors.network_key: editors.group for editors in NetworkEditors.objects.select_related("group")}
    of_page = {page.pk: of_key[page.translation_key] for page in pages}
    for group in of_page.values():
        group.permissions.clear()
    return list(of_page), lambda: [page for page, group in of_page.items() if not group.permissions.exists()]


@pytest.fixture
def letters(db, broken):
    rows = [post(Letter(to="anna@example.org", subject=word, text="Hej!", kind="test")) for word in ("Bra", "Dåligt")]
    broken(sending, "message_of", lambda letter: letter.pk == rows[0].pk)
    sent = Letter.objects.filter(state=Letter.State.SENT).values_list("pk", flat=True)
    return [row.pk for row in rows], lambda: [row.pk for row in rows if row.pk not in set(sent.all())]


def test_every_command_is_known():
    """One that fails here is new: if it goes row by row, give it a bad row below."""
    assert {name for name, app in get_commands().items() if app in OWN} == {*NOT_BY_ROW, *BY_ROW}


@pytest.mark.parametrize("command", BY_ROW)
@pytest.mark.django_db
def test_one_bad_row_is_logged_and_stops_no_other(command, request, caplog):
    fixture, arguments = BY_ROW[command]
    (bad, good), undone = request.getfixturevalue(fixture)
    assert undone() == [bad, good]
    call_command(command, *arguments, stdout=io.StringIO(), stderr=io.StringIO())
    assert undone() == [bad]
    assert [record for record in caplog.records if record.exc_info and str(bad) in record.getMessage()] != []


def test_an_administrator_sees_whose_texts_in_the_feeds_cannot_be_read(feeds, admin_client, caplog):
    (bad, _), _ = feeds
    page = admin_client.get(reverse("feed_health"))
    assert [found.pk for found in page.context["unread"]] == [bad]
    assert reverse("wagtailadmin_pages:edit", args=[bad]) in page.content.decode()


def test_a_meeting_that_cannot_be_read_stops_no_publication_of_its_network(events, broken, caplog):
    broken(components, "_meeting", lambda row, *_: row.page_id == events[0].pk)
    network = events[0].network
    network.title = "Ett annat namn"
    network.save_revision().publish()
    network.refresh_from_db()
    assert network.title == "Ett annat namn"
    assert str(events[0].pk) in caplog.text
