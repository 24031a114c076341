"""Importing an old page in the admin: what is asked, what is shown, what is kept, what is made, and for whom."""

import json
from datetime import date, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Page

from events.models import EventPage, Occurrence
from gr_site.importing.old_pages.reading import LARGEST
from networks.models import NetworkPage, Organisation, SharedStatement
from tests.factories import make_area, make_network
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES

pytestmark = pytest.mark.django_db

PLANNING, GROUPS = PAGES / "physical_planning_two_tables.txt", PAGES / "sustainability_sub_groups.txt"
PAUSED, SAVED, NEWS = PAGES / "paused_with_notices.txt", PAGES / "saved_page.html", PAGES / "news_without_address.txt"
SEED = GIVEN / "seed_forskolenatverket.txt"
REFUSED_DATE = "Skolgruppen\n\nSyfte\n\nAtt mötas.\n\nMötesdagar 2027\n\n5 februari kl. 9-12\n31 november kl. 9-12\n"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-23T08:00:00+01:00", tick=False):
        yield


@pytest.fixture
def address(site):
    return reverse("import_page")


@pytest.fixture
def adder_client(client, django_user_model, site):
    """Someone who may add networks, and edit only what she made herself."""
    group = Group.objects.create(name="Skribenter")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group,
        page=Page.objects.get(pk=site.networks.pk),
        permission=Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore"),
    )
    user = django_user_model.objects.create_user("stina", password="hemligt")
    user.groups.add(group)
    client.force_login(user)
    return client


def upload(path, name=None):
    return SimpleUploadedFile(name or path.name, path.read_bytes())


def read(client, view, source=PLANNING, **answers):
    """The preview of a page: of a path's text, pasted, or of an uploaded file."""
    given = {"file": source} if isinstance(source, SimpleUploadedFile) else {"text": text_of(source)}
    return client.post(view, {**given, "action": "preview", **answers})


def text_of(source):
    return source if isinstance(source, str) else source.read_text(encoding="utf-8")


def form_data(response, action, **changes):
    """What a browser would send of the shown form, by the button ``action``."""
    form = soup(response).select_one("form.import")
    data = {"action": action}
    for field in form.select("input[name]"):
        if field.get("type") not in {"checkbox", "file"}:
            data[field["name"]] = field.get("value", "")
        elif field.has_attr("checked"):
            data[field["name"]] = field.get("value", "on")
    for field in form.select("textarea[name]"):
        # A browser drops the first line end, and sends the others as two characters.
        data[field["name"]] = field.text.removeprefix("\n").replace("\n", "\r\n")
    for field in form.select("select[name]"):
        data[field["name"]] = (field.select_one("option[selected]") or field.option)["value"]
    return {**data, **changes}


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def words(response):
    return " ".join(soup(response).select_one("form.import").get_text(" ").split())


def errors(response):
    return {name: messages[0] for name, messages in response.context["form"].errors.items()}


def draft(client, view, source=PLANNING, **answers):
    return client.post(view, form_data(read(client, view, source, **answers), "draft"), follow=True)


def stored_text():
    pages = [*NetworkPage.objects.all(), *EventPage.objects.all()]
    revisions = [revision.content for page in pages for revision in page.revisions.all()]
    return json.dumps([*(page.serializable_data() for page in pages), *revisions], default=str, ensure_ascii=False)


def test_the_preview_shows_the_page_and_saves_nothing(admin_client, address):
    make_area("Miljö och samhällsbyggnad")
    response = read(admin_client, address)
    facts = {row.dt.text: " ".join(row.dd.text.split()) for row in soup(response).select(".import__fact")}
    assert facts["Titel"] == "Nätverket för landskapsplanering"
    assert facts["Typ"] == "Nätverk Kontrollera Gissad av texten."
    assert facts["Område"] == "Miljö och samhällsbyggnad Kontrollera Gissat av texten."
    assert facts["Läge"] == "Aktivt"
    assert facts["Senast uppdaterad"].startswith("9 januari 2025")
    assert facts["Gammal adress"].startswith("https://goteborgsregionen.se/natverk/natverketforlandskapsplanering")
    assert [heading.text for heading in soup(response).select(".import__text h3")] == [
        "Ingress",
        "Syfte och uppdrag",
        "Mandat och organisation",
        "Fokus 2025",
    ]
    assert "Jämföra arbetssätt mellan kommunerna." in words(response)
    assert (NetworkPage.objects.count(), Organisation.objects.count(), Redirect.objects.count()) == (0, 0, 0)


def test_an_area_that_the_site_lacks_is_told(admin_client, address):
    assert "Området finns inte i registret." in words(read(admin_client, address))


def test_names_are_hidden_unless_ticked(admin_client, address):
    hidden, shown = words(read(admin_client, address)), words(read(admin_client, address, with_names="on"))
    hidden_table = soup(read(admin_client, address)).select_one("table").text
    assert "7 personers namn följer inte med" in hidden
    assert "Elsa Fors" not in hidden_table
    assert "Elsa Fors" in shown
    assert "följer inte med" not in shown


def test_the_choice_of_names_holds_to_the_draft(admin_client, address):
    draft(admin_client, address)
    assert "Elsa Fors" not in stored_text()
    NetworkPage.objects.get().delete()
    draft(admin_client, address, with_names="on")
    assert "Elsa Fors" in stored_text()


def test_new_organisations_are_told_and_known_ones_are_not(admin_client, address):
    Organisation.objects.create(name="Ale kommun")
    told = words(read(admin_client, address))
    assert "Läggs till bland organisationerna: Alingsås, " in told
    assert Organisation.objects.count() == 1


def test_meetings_stand_under_the_body_that_meets(admin_client, address):
    section = soup(read(admin_client, address, GROUPS)).select_one("[aria-labelledby=import-meetings]")
    rows = [len(listing.find_all("li", recursive=False)) for listing in section.select(".paste__rows")]
    assert [heading.text for heading in section.select("h3")] == [
        "Nätverket för hållbar vardag",
        "Naturgruppen",
        "Matgruppen",
    ]
    assert rows == [2, 2, 2]


def test_shared_texts_are_told_as_new_or_known(admin_client, address, site):
    assert "Texten läggs till i registret" in words(read(admin_client, address, PAUSED))
    SharedStatement.objects.create(locale=site.sv, title="Kommunchefsgruppens vision", text="<p>Vår egen.</p>")
    told = words(read(admin_client, address, PAUSED))
    assert "Texten finns redan i registret." in told
    assert "Vår egen." in told


def test_relations_tell_whether_the_other_page_exists(admin_client, address):
    assert "Finns inte på webbplatsen än." in words(read(admin_client, address, PAUSED))
    other = make_network("Kommunchefsgruppen")
    links = [link["href"] for link in soup(read(admin_client, address, PAUSED)).select(".import__fact a")]
    assert links == [reverse("wagtailadmin_pages:edit", args=[other.pk])]


def test_what_fits_nowhere_and_what_is_left_out_are_shown(admin_client, address):
    left = " ".join(soup(read(admin_client, address, PAUSED)).select_one(".import__left").text.split())
    assert "Dokument på den gamla sidan: Länk till underlag 2021 PDF" in left
    assert "Skriv ut" in left


def test_a_page_of_the_same_name_is_told(admin_client, address):
    make_network("Nätverket för landskapsplanering")
    assert "Det finns redan en sida som heter så." in words(read(admin_client, address))


def test_the_draft_is_made_and_its_form_opens(admin_client, address):
    response = draft(admin_client, address)
    network, event = NetworkPage.objects.get(), EventPage.objects.get()
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[network.pk])
    assert (network.live, network.latest_revision.user.username, network.owner.username) == (False, "admin", "admin")
    assert [row.start_date.isoformat() for row in event.occurrences.order_by("start_date")] == [
        "2025-01-16",
        "2025-04-03",
    ]
    said = " ".join(soup(response).select_one(".messages").text.split())
    assert "Utkastet ”Nätverket för landskapsplanering” är gjort." in said
    assert "2 möten ligger på en egen sida under den: Möten" in said
    assert "Innan du publicerar: Välj område." in said
    assert Redirect.objects.get().redirect_page_id == network.pk


def test_a_corrected_row_is_written_as_corrected_and_one_left_out_is_not(admin_client, address):
    data = form_data(read(admin_client, address), "draft")
    data |= {
        "meetings-0-0-start_date": "2025-01-17",
        "meetings-0-0-start_time": "13",
        "meetings-0-0-end_time": "15.30",
    }
    data |= {"meetings-0-0-theme": "Skugga", "meetings-0-0-status": "cancelled"}
    del data["meetings-0-1-include"]
    admin_client.post(address, data)
    row = Occurrence.objects.get()
    assert (row.start_date, row.clock) == (date(2025, 1, 17), (time(13), time(15, 30)))
    assert (row.theme, row.status, row.actual_place) == ("Skugga", "cancelled", "Göteborgsregionen (GR)")


def test_a_bad_correction_comes_back_and_nothing_is_written(admin_client, address):
    data = form_data(read(admin_client, address), "draft")
    data |= {"meetings-0-0-start_date": "2025-02-30", "meetings-0-1-theme": "Svalka"}
    response = admin_client.post(address, data)
    fault = soup(response).select_one(".help-critical a")
    assert (fault["href"], fault.text.split(":")[0]) == ("#id_meetings-0-0-start_date", "16 januari")
    assert soup(response).select_one(fault["href"])["value"] == "2025-02-30"
    assert soup(response).select_one("#id_meetings-0-1-theme")["value"] == "Svalka"
    assert NetworkPage.objects.count() == 0
    mended = form_data(response, "draft", **{"meetings-0-0-start_date": "2025-02-28"})
    admin_client.post(address, mended)
    assert sorted(Occurrence.objects.values_list("start_date", "theme")) == [
        (date(2025, 2, 28), ""),
        (date(2025, 4, 3), "Svalka"),
    ]


def test_a_refused_row_goes_to_the_body_unless_it_is_corrected(admin_client, address):
    shown = read(admin_client, address, REFUSED_DATE)
    admin_client.post(address, form_data(shown, "draft"))
    network = NetworkPage.objects.get()
    assert [block.block_type for block in network.body] == ["unplaced"]
    assert "31 november" in str(network.body[0].value)
    NetworkPage.objects.get().delete()
    mended = {"meetings-0-1-include": "on", "meetings-0-1-start_date": "2027-11-30"}
    admin_client.post(address, form_data(shown, "draft", **mended))
    assert list(NetworkPage.objects.get().body) == []
    assert sorted(Occurrence.objects.values_list("start_date", flat=True)) == [date(2027, 2, 5), date(2027, 11, 30)]


def test_rows_that_were_not_sent_are_asked_for_and_not_dropped(admin_client, address):
    response = admin_client.post(address, {"text": text_of(PLANNING), "action": "draft"})
    assert len(soup(response).select(".paste-row")) == 2
    assert NetworkPage.objects.count() == 0


def test_a_page_without_meetings_becomes_a_draft_too(admin_client, address):
    draft(admin_client, address, "Skolgruppen\n\nSyfte\n\nAtt mötas.\n")
    assert (NetworkPage.objects.get().title, EventPage.objects.count()) == ("Skolgruppen", 0)


def test_a_file_is_read_and_travels_in_the_form(admin_client, address):
    draft(admin_client, address, upload(SAVED))
    assert NetworkPage.objects.get().title == "Lokalnätverket"


def test_a_file_in_an_old_encoding_is_read_the_same_in_both_steps(admin_client, address):
    old = SimpleUploadedFile("sida.html", text_of(SAVED).encode("cp1252", errors="xmlcharrefreplace"))
    draft(admin_client, address, old)
    assert NetworkPage.objects.get().title == "Lokalnätverket"


def test_going_back_keeps_text_file_and_choices(admin_client, address):
    shown = read(admin_client, address, upload(SAVED), with_names="on", address="https://example.org/gammal")
    back = admin_client.post(address, form_data(shown, "edit"))
    assert "Filen saved_page.html är redan inläst." in words(back)
    assert soup(back).select_one("[name=with_names]").has_attr("checked")
    again = admin_client.post(address, form_data(back, "preview"))
    assert again.context["preview"].page == shown.context["preview"].page
    without = form_data(back, "preview")
    del without["with_names"]
    assert not admin_client.post(address, without).context["preview"].shows_names


def test_pasted_text_goes_before_a_file_that_was_read_earlier(admin_client, address):
    back = admin_client.post(address, form_data(read(admin_client, address, upload(SAVED)), "edit"))
    response = admin_client.post(address, form_data(back, "preview", text=text_of(PLANNING)))
    assert response.context["preview"].page.title == "Nätverket för landskapsplanering"
    assert form_data(response, "draft").get("kept_text") == ""


def test_text_and_file_at_once_is_a_question(admin_client, address):
    response = admin_client.post(address, {"text": text_of(PLANNING), "file": upload(SAVED), "action": "preview"})
    assert errors(response) == {"file": "Du har både klistrat in text och valt en fil. Välj det ena."}
    assert "landskapsplanering" in soup(response).select_one("#id_text").text


def test_a_page_that_is_no_network_is_refused_and_its_text_kept(admin_client, address):
    response = read(admin_client, address, NEWS)
    assert set(errors(response)) == {"text"}
    assert soup(response).select_one("#id_text").text.strip() == text_of(NEWS).strip()
    assert soup(response).select_one("#id_text")["aria-invalid"] == "true"
    described = soup(response).select_one("#id_text")["aria-describedby"].split()
    assert [soup(response).find(id=name) is not None for name in described] == [True, True]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7 \x00\x01", "Filen är en PDF. Spara sidan som text eller HTML och försök igen."),
        (b"\x00\x01\x02" * 50, "Filen innehåller inte text. Spara sidan som text eller HTML och försök igen."),
        (b"", "Filen är tom. Välj en annan fil."),
        (b"a" * (LARGEST + 1), "Filen är för stor (1,9\xa0MB). En sida får vara högst 2 MB."),
    ],
)
def test_files_that_are_no_pages_are_refused_in_plain_words(admin_client, address, content, message):
    response = read(admin_client, address, SimpleUploadedFile("sida.txt", content))
    assert errors(response) == {"file": message}


def test_nothing_at_all_says_what_to_do(admin_client, address):
    response = admin_client.post(address, {"text": " \n", "action": "preview"})
    assert errors(response) == {"text": "Klistra in sidans text eller välj en fil."}


def test_a_bad_address_is_told_at_its_field_and_the_file_is_kept(admin_client, address):
    response = read(admin_client, address, upload(SAVED), address="inte en adress")
    assert set(errors(response)) == {"address"}
    mended = form_data(response, "preview", address="https://example.org/ny")
    assert admin_client.post(address, mended).context["preview"].page.source_url == "https://example.org/ny"


def test_a_page_that_was_imported_is_updated_only_when_asked(admin_client, address):
    draft(admin_client, address)
    changed = text_of(PLANNING).replace("skugga", "ljus")
    shown = read(admin_client, address, changed)
    assert "Sidan har importerats förut" in words(shown)
    assert {button["value"] for button in soup(shown).select("form.import button")} == {"update", "edit"}
    admin_client.post(address, form_data(shown, "draft"))
    assert "ljus och svalka" not in stored_text()
    response = admin_client.post(address, form_data(shown, "update"), follow=True)
    assert "är uppdaterat." in soup(response).select_one(".messages").text
    assert "ljus och svalka" in stored_text()
    assert (NetworkPage.objects.count(), EventPage.objects.count(), Occurrence.objects.count()) == (1, 1, 2)


def test_the_menu_and_the_view_are_for_those_who_may_add_networks(adder_client, address):
    assert "Importera sida" in adder_client.get(reverse("wagtailadmin_home")).content.decode()
    draft(adder_client, address)
    network = NetworkPage.objects.get()
    assert adder_client.get(reverse("wagtailadmin_pages:edit", args=[network.pk])).status_code == 200


def test_others_are_turned_away_by_address_too(client, django_user_model, address):
    user = django_user_model.objects.create_user("utan-ratt", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert "Importera sida" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(address).status_code == 302
    assert client.post(address, {"text": text_of(PLANNING), "action": "draft"}).status_code == 302
    assert NetworkPage.objects.count() == 0


def test_what_another_person_made_is_not_updated_without_the_right_to_edit(adder_client, address):
    network = make_network("Skolgruppen", import_key="titel:skolgruppen")
    shown = read(adder_client, address, REFUSED_DATE)
    assert "Du får inte ändra den" in words(shown)
    adder_client.post(address, form_data(shown, "update"))
    assert NetworkPage.objects.get(pk=network.pk).get_latest_revision_as_object().purpose == ""


def test_pasted_markup_is_shown_as_text(admin_client, address):
    response = read(admin_client, address, "Skolgruppen\n\nSyfte\n\nLeka <script>alert(1)</script> nu.\n")
    assert b"<script>alert" not in response.content


def test_the_seed_comes_out_whole(admin_client, address):
    draft(admin_client, address, SEED)
    network, event = NetworkPage.objects.get(), EventPage.objects.get()
    assert (network.start_date, network.statements.count(), event.occurrences.count()) == (date(2013, 1, 1), 2, 4)
