"""``start_site`` makes a whole site without anybody made up, and a second run changes nothing."""

import stat

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Locale, Page, Site, Workflow

from events.models import CalendarPage, EventCategory
from gr_site.demo.translations import NETWORKS
from gr_site.models import AccessibilityStatementPage, HomePage
from networks.models import Area, NetworkIndexPage, NetworkPage, Organisation
from networks.rights.naming import CENTRAL_GROUP, WORKFLOW
from tests.site import leave_as_migrated

ADDRESS = "https://natverk.example.org"
PASSWORD = "gul-cykel-under-bron"


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A site started at ``ADDRESS``, for all tests of the file."""
    with (
        django_db_blocker.unblock(),
        override_settings(WAGTAILADMIN_BASE_URL=ADDRESS),
        transaction.atomic(),
    ):
        cache.clear()
        leave_as_migrated()
        call_command("start_site")
        yield
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def started(built, db):
    """The site. A test's own changes are rolled back."""
    cache.clear()


def contents():
    """Every table as JSON, bookkeeping included."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {model._meta.label: serialize("json", model._default_manager.order_by("pk")) for model in models}


def test_the_pages_and_which_of_them_visitors_see(started):
    pages = {page.slug: page.live for page in Page.objects.filter(depth__gt=1)}
    assert pages == {
        "start": True,
        "natverk": True,
        "kalender": True,
        "ordlista": True,
        "personuppgifter": False,
        "kakor": False,
        "tillganglighet": False,
    }
    assert [type(page) for page in Page.objects.in_menu().specific()] == [NetworkIndexPage, CalendarPage]


def test_every_public_address_answers(started, client):
    addresses = [page.get_url() for page in Page.objects.live().filter(depth__gt=1).specific()]
    addresses += ["/en/", "/sok/?q=möte", "/mina-natverk/", "/sitemap.xml", "/robots.txt", reverse("feeds:region")]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_the_address_is_that_of_the_environment(started, client):
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_page.specific) == ("natverk.example.org", 443, HomePage.objects.get())
    assert f"{ADDRESS}/natverk/" in client.get("/sitemap.xml").text


def test_registers_groups_and_workflow(started):
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"sv", "en"}
    assert Organisation.objects.filter(kind="member").count() == 13
    assert Area.objects.count() == 6
    assert EventCategory.objects.count() == 4
    assert Group.objects.filter(name=CENTRAL_GROUP).exists()
    assert Workflow.objects.filter(name=WORKFLOW).exists()


def test_nothing_is_made_up(started):
    """The demo's addresses end in .example, and some of its organisations are no real ones."""
    assert [label for label, rows in contents().items() if "gr.example" in rows] == []
    assert not Organisation.objects.filter(kind__in=["school", "company"]).exists()


def test_nobody_can_publish_the_statement_before_its_facts_are_filled_in(started):
    statement = AccessibilityStatementPage.objects.get()
    assert (statement.actor, statement.addresses) == ("Göteborgsregionens kommunalförbund", f"{ADDRESS}/")
    with pytest.raises(ValidationError) as refused:
        statement.full_clean()
    assert set(refused.value.message_dict) == {"conformance", "method", "assessed_on", "email", "phone"}


def test_the_other_pages_are_as_an_editor_could_have_made_them(started):
    for page in Page.objects.filter(depth__gt=1).not_type(AccessibilityStatementPage).specific():
        page.full_clean()


def test_a_second_run_changes_nothing_and_says_so(started, capsys):
    # What an editor has changed since must not come back.
    Page.objects.get(slug="kakor").delete()
    Page.objects.filter(slug="kalender").update(slug="motestider")
    Area.objects.first().delete()
    capsys.readouterr()
    before = contents()
    call_command("start_site")
    assert contents() == before
    assert capsys.readouterr().out.splitlines() == [
        "Webbplatsen är redan startad. Inget på sidorna ändrades.",
        "Ingen administratör gjordes: ge --administrator och --email.",
    ]


@pytest.mark.parametrize("options", [[], ["--address-only"]])
def test_the_address_follows_the_environment(started, settings, client, options):
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8001"
    call_command("start_site", *options)
    assert "http://localhost:8001/natverk/" in client.get("/sitemap.xml").text
    page = client.get("/natverk/").text
    assert '<link rel="canonical" href="http://localhost:8001/natverk/">' in page
    assert ADDRESS not in page


# --- The first administrator ---


def test_the_administrator_chooses_a_password_at_a_link_that_works_once(started, client, tmp_path, capsys):
    file = tmp_path / "link"
    options = {"administrator": "alva", "email": "alva@example.org", "link_file": file}
    call_command("start_site", **options)
    link = file.read_text(encoding="utf-8").strip()
    out = capsys.readouterr()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert link.startswith(f"{ADDRESS}/konto/")
    assert link not in out.out + out.err
    choose(client, link)
    user = get_user_model().objects.get()
    assert (user.username, user.email, user.is_superuser) == ("alva", "alva@example.org", True)
    assert user.check_password(PASSWORD)
    client.logout()
    assert not choose(client, link, "en-annan-gul-cykel")
    assert get_user_model().objects.get().check_password(PASSWORD)


def choose(client, link, password=PASSWORD):
    """Follow ``link`` and choose a password. Whether there was a form to do it in."""
    shown = client.get(link.removeprefix(ADDRESS), follow=True)
    if "password1" not in shown.text:
        return False
    client.post(shown.request["PATH_INFO"], {"password1": password, "password2": password})
    return True


def test_name_and_address_can_stand_in_the_environment(started, monkeypatch, tmp_path):
    monkeypatch.setenv("ADMIN_NAME", "alva")
    monkeypatch.setenv("ADMIN_EMAIL", "alva@example.org")
    call_command("start_site", link_file=tmp_path / "link")
    assert get_user_model().objects.get().username == "alva"


def test_there_is_no_second_first_administrator(started, tmp_path, capsys):
    get_user_model().objects.create_superuser("nils", "nils@example.org", PASSWORD)
    call_command("start_site", administrator="alva", email="alva@example.org", link_file=tmp_path / "link")
    assert get_user_model().objects.get().username == "nils"
    assert not (tmp_path / "link").exists()
    assert capsys.readouterr().out.splitlines()[-1] == "Det finns en administratör. Ingen ny gjordes."


@pytest.mark.parametrize(
    ("name", "email", "words"),
    [
        ("alva", "ingen adress", "e-postadress"),
        ("alva", "", "e-postadress"),
        ("al va", "a@example.org", "användarnamn"),
    ],
)
def test_what_cannot_be_an_administrator_is_refused(started, tmp_path, name, email, words):
    with pytest.raises(CommandError, match=words):
        call_command("start_site", administrator=name, email=email, link_file=tmp_path / "link")
    assert not get_user_model().objects.exists()


def test_a_link_overwrites_no_file(started, tmp_path):
    (tmp_path / "link").write_text("något annat", encoding="utf-8")
    with pytest.raises(CommandError, match="link"):
        call_command("start_site", administrator="alva", email="a@example.org", link_file=tmp_path / "link")
    assert (tmp_path / "link").read_text(encoding="utf-8") == "något annat"
    assert not get_user_model().objects.exists()


def test_without_a_terminal_nobody_is_asked_for_a_password(started, capsys):
    call_command("start_site", administrator="alva", email="alva@example.org")
    assert not get_user_model().objects.exists()
    assert "kör start_site i en terminal" in capsys.readouterr().out


# --- Before ---


def test_a_site_that_is_not_started_says_what_to_run(migrated, client):
    page = client.get("/").text
    assert "Webbplatsen är inte startad än" in page
    assert "manage.py start_site" in page
    assert "Wagtail" not in page


@pytest.mark.long
def test_a_started_site_takes_the_demo_content_in_both_languages(started):
    drafts = set(Page.objects.filter(live=False).values_list("slug", flat=True))
    call_command("load_demo", "--force")
    english = Page.objects.filter(locale__language_code="en")
    assert NetworkPage.objects.filter(live=True, locale__language_code="en").count() == len(NETWORKS)
    assert english.get(depth=2).alias_of is None
    assert {page.slug for page in Page.objects.filter(live=False)} == drafts
    assert not english.filter(live=False).exists()
    call_command("load_demo", "--if-empty")
