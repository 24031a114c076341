"""Pasting dates in the admin: what is read, what is kept, what is added, and for whom."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from unittest.mock import MagicMock

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.admin.icons import get_icons

from events.models import EventPage, Occurrence
from events.models.choices import Format, Status, Timing
from events.paste.forms import MAX_LINES, MAX_TEXT
from events.paste.preview_rows import meeting_format, usual_values
from events.paste.views import PasteDatesView
from tests.factories import make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
NOW = "2026-11-23T08:00:00+01:00"

LIST = """Mötesdagar 2027
fredag 5 februari kl. 08.30-11.30
fredag 23 april kl. 08.30-11.30 i Lerum
10-11 september, lunch till lunch
31 november kl. 9-12"""


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@shared_fixture(at=NOW)
def event(site):
    return make_event(make_network())


def address(page):
    return reverse("paste_dates", args=[page.pk])


def form_data(response, **changes):
    """What a browser would send of the shown preview."""
    form = BeautifulSoup(response.content, "html.parser").select_one("form.paste")
    data = {}
    for field in form.select("input[name]"):
        if field.get("type") not in ("checkbox", "radio"):
            data[field["name"]] = field.get("value", "")
        elif field.has_attr("checked"):
            data[field["name"]] = field.get("value", "on")
    for field in form.select("textarea[name]"):
        data[field["name"]] = field.text.removeprefix("\n")
    for field in form.select("select[name]"):
        data[field["name"]] = (field.select_one("option[selected]") or field.option)["value"]
    return {**data, **changes}


def preview(client, page, text=LIST, heading=""):
    return client.post(address(page), {"text": text, "heading": heading, "action": "preview"})


def test_the_preview_shows_each_line_with_its_verdict_and_saves_nothing(admin_client, event):
    response = preview(admin_client, event)

    rows = response.context["rows"]
    assert [row["start_date"].value() for row in rows if row.shown_verdict != "refused"] == [
        date(2027, 2, 5),
        date(2027, 4, 23),
        date(2027, 9, 10),
    ]
    assert rows[1]["place"].value() == "Lerum"
    refused = [row for row in rows if row.shown_verdict == "refused"]
    assert [row["text"].value() for row in refused] == ["31 november kl. 9-12"]
    assert not refused[0]["include"].value()
    assert refused[0]["message"].value()
    assert LIST in BeautifulSoup(response.content, "html.parser").select_one("textarea[name=text]").text
    assert not Occurrence.objects.exists()


def test_what_is_ticked_is_published_and_follows_the_usual_time(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    response = admin_client.post(address(event), data)

    assert response.status_code == 302, response.context["rows"].errors
    rows = Occurrence.objects.public().order_by("starts_at")
    assert [row.when.replace("\u00a0", " ") for row in rows] == [
        "fredag 5 februari 2027 kl. 08.30–11.30",
        "fredag 23 april 2027 kl. 08.30–11.30",
        "fredag 10 september 2027 kl. 12.00 – lördag 11 september 2027 kl. 12.00",
    ]
    assert rows[0].start_time is None
    assert rows[1].place == "Lerum"


def test_a_draft_is_not_published(admin_client, event):
    admin_client.post(address(event), form_data(preview(admin_client, event), action="draft"))

    assert not Occurrence.objects.public().exists()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert draft.occurrences.count() == 3


def test_a_corrected_row_is_added_as_corrected(admin_client, event):
    shown = preview(admin_client, event)
    data = form_data(shown, action="publish")
    data |= {
        "rows-3-include": "on",
        "rows-3-start_date": "2027-11-30",
        "rows-3-start_time": "9",
        "rows-3-end_time": "12.00",
    }
    admin_client.post(address(event), data)

    corrected = Occurrence.objects.get(start_date=date(2027, 11, 30))
    assert (corrected.start_time, corrected.end_time) == (time(9), time(12))


def test_a_bad_correction_comes_back_with_its_message_and_adds_nothing(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    data |= {"rows-0-start_date": "2027-02-30", "rows-1-end_time": "07.00", "rows-0-theme": "Ekonomi"}
    response = admin_client.post(address(event), data)

    rows = response.context["rows"]
    assert set(rows[0].errors) == {"start_date"}
    assert rows[0]["theme"].value() == "Ekonomi"
    assert rows[1].errors["end_time"] == ["Mötet slutar före det börjar. Kontrollera klockslagen."]
    assert not Occurrence.objects.exists()


@pytest.mark.parametrize("typed", ["14/4", "14 april 2027", "onsdag 14 april", "2027-04-14", "14.4.2027"])
def test_a_correction_may_be_written_as_the_reader_reads(admin_client, event, typed):
    """The 31st of November was left out: writing a date there is wanting the row."""
    data = form_data(preview(admin_client, event), action="publish") | {"rows-3-start_date": typed}
    assert admin_client.post(address(event), data).status_code == 302
    assert Occurrence.objects.filter(start_date=date(2027, 4, 14)).count() == 1


def test_a_time_may_be_written_in_words_or_beside_the_date(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    data |= {"rows-0-start_time": "kl. 9", "rows-0-end_time": "halv elva", "rows-3-start_date": "14/4 kl 13-15"}
    admin_client.post(address(event), data)
    found = {row.start_date: (row.start_time, row.end_time) for row in Occurrence.objects.all()}
    assert found[date(2027, 2, 5)] == (time(9), time(10, 30))
    assert found[date(2027, 4, 14)] == (time(13), time(15))


def test_a_clock_typed_beside_the_date_stands_above_what_the_row_was_read_with(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    data |= {"rows-0-start_date": "5 februari 2027 kl. 13–15", "rows-2-start_date": "9-12 september 2027"}
    assert admin_client.post(address(event), data).status_code == 302
    found = {row.start_date: (row.start_time, row.end_time, row.end_date) for row in Occurrence.objects.all()}
    assert found[date(2027, 2, 5)][:2] == (time(13), time(15))
    assert found[date(2027, 9, 9)][2] == date(2027, 9, 12)


@pytest.mark.parametrize(
    "typed",
    [
        {"rows-0-start_date": "5 februari kl. 13–15", "rows-0-end_time": "16"},
        {"rows-0-start_date": "5–6 februari", "rows-0-end_date": "2027-02-07"},
        {"rows-0-start_date": "5 februari i Lerum"},
        {"rows-0-start_date": "5 februari, inställt"},
    ],
)
def test_what_is_typed_beside_the_date_is_never_passed_over(admin_client, event, typed):
    data = form_data(preview(admin_client, event), action="publish") | typed
    response = admin_client.post(address(event), data)
    assert set(response.context["rows"][0].errors) == {"start_date"}
    assert not Occurrence.objects.exists()


def test_an_error_is_beside_its_row_and_loses_nothing_of_the_others(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    data |= {"rows-3-start_date": "31/11", "rows-0-theme": "Ekonomi", "rows-1-start_date": "24/4"}
    response = admin_client.post(address(event), data)
    rows = response.context["rows"]
    assert [bool(row.errors) for row in rows] == [False, False, False, True]
    assert rows[3]["include"].value()
    assert (rows[0]["theme"].value(), rows[1]["start_date"].value()) == ("Ekonomi", "24/4")
    assert [line.text for line in response.context["others"]] == ["Mötesdagar 2027"]


def test_a_last_day_may_be_written_beside_the_first(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish") | {"rows-3-start_date": "14-15 april"}
    admin_client.post(address(event), data)
    assert Occurrence.objects.get(start_date=date(2027, 4, 14)).end_date == date(2027, 4, 15)


def test_a_tick_taken_away_from_a_corrected_row_stays_away(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    data |= {"rows-3-start_date": "14/4", "rows-0-end_time": "7"}
    shown = admin_client.post(address(event), data)
    again = form_data(shown, action="publish") | {"rows-0-end_time": "11.30"}
    del again["rows-3-include"]
    assert admin_client.post(address(event), again).status_code == 302
    assert not Occurrence.objects.filter(start_date=date(2027, 4, 14)).exists()


def test_lines_that_gave_no_meeting_are_shown_and_counted(admin_client, event):
    response = preview(admin_client, event, f"{LIST}\nHälsningar Anna")
    assert response.context["counts"] == {"ok": 2, "warning": 1, "refused": 1, "other": 2}
    shown = BeautifulSoup(response.content, "html.parser").select(".paste__others q")
    assert [line.text for line in shown] == ["Mötesdagar 2027", "Hälsningar Anna"]


def test_a_row_left_out_may_hold_anything(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    del data["rows-0-include"]
    data["rows-0-start_date"] = "nonsens"
    assert admin_client.post(address(event), data).status_code == 302
    assert Occurrence.objects.public().count() == 2


def test_nothing_ticked_says_so(admin_client, event):
    data = {name: value for name, value in form_data(preview(admin_client, event)).items() if "include" not in name}
    response = admin_client.post(address(event), {**data, "action": "publish"})
    assert "Ingen rad är ikryssad" in response.content.decode()


def test_dates_that_the_event_has_already_are_told_apart(admin_client, site):
    event = make_event(make_network(), "2027-02-05")
    rows = preview(admin_client, event).context["rows"]
    assert not rows[0]["include"].value()
    assert "finns redan" in rows[0]["message"].value()
    assert rows[1]["include"].value()


def test_a_preview_that_is_sent_twice_adds_its_meetings_once(admin_client, event):
    data = form_data(preview(admin_client, event), action="publish")
    for _ in range(2):
        assert admin_client.post(address(event), data).status_code == 302
    days = [row.start_date for row in Occurrence.objects.filter(page=event)]
    assert days == [date(2027, 2, 5), date(2027, 4, 23), date(2027, 9, 10)]


def test_a_network_gets_an_event_that_starts_with_what_the_dates_share(admin_client, site):
    network = make_network()
    text = "Mötesdagar 2027\n5 februari kl. 9-12 via Teams\n12 mars kl. 9-12 via Teams\n9 april kl. 13-15 i Lerum"
    data = form_data(preview(admin_client, network, text), action="publish", target="new", title="Möten 2027")
    admin_client.post(address(network), data)

    event = EventPage.objects.get(title="Möten 2027")
    assert (event.network, event.start_time, event.end_time) == (network, time(9), time(12))
    assert event.format == Format.ONLINE
    rows = event.occurrences.order_by("starts_at")
    assert [(row.start_time, row.place) for row in rows] == [(None, ""), (None, ""), (time(13), "Lerum")]
    assert rows[2].actual_format == Format.ON_SITE


def test_a_network_offers_the_events_it_has(admin_client, event):
    shown = preview(admin_client, event.network)
    data = form_data(shown, action="publish")
    assert data["target"] == str(event.pk)
    admin_client.post(address(event.network), data)
    assert set(Occurrence.objects.values_list("page", flat=True)) == {event.pk}


def test_the_whole_paste_works_for_a_script_too(admin_client, event):
    response = admin_client.post(
        address(event), {"text": LIST, "heading": "", "action": "preview"}, headers={"X-Requested-With": "fetch"}
    )
    assert "<html" not in response.content.decode()
    assert response.content.decode().count("<li>") == 4


def test_a_five_megabyte_paste_is_refused_kindly(admin_client, event):
    response = preview(admin_client, event, text="7 februari 2027\n" * 330_000)
    assert response.status_code == 200
    assert f"högst {MAX_TEXT} tecken" in response.content.decode()


def test_a_paste_of_very_many_lines_is_refused_kindly_and_kept(admin_client, event):
    text = "\n\n".join(["Å"] * (MAX_LINES + 1))
    response = preview(admin_client, event, text=text)
    assert f"för många rader ({MAX_LINES + 1})" in response.content.decode()
    assert response.context["text_form"]["text"].value().split() == text.split()
    assert "för många rader" not in preview(admin_client, event, text="\n\n".join(["Å"] * 99)).content.decode()


def test_an_empty_paste_says_what_to_do(admin_client, event):
    assert "Klistra in minst ett datum." in preview(admin_client, event, text="  \n").content.decode()


def test_pasted_markup_is_shown_as_text(admin_client, event):
    response = preview(admin_client, event, text="<script>alert(1)</script> 7 februari 2027 kl. 9-12")
    assert b"<script>alert" not in response.content


def test_only_those_who_may_edit_may_paste(client, django_user_model, event):
    user = django_user_model.objects.create_user("utan-ratt", password="x")
    client.force_login(user)
    assert client.get(address(event)).status_code == 403
    assert client.post(address(event), {"text": LIST, "action": "preview"}).status_code == 403


def test_an_event_that_somebody_has_locked_is_not_offered_and_takes_nothing(admin_client, event, django_user_model):
    owner = django_user_model.objects.create_user("cia")
    shown = preview(admin_client, event.network)
    EventPage.objects.filter(pk=event.pk).update(locked=True, locked_by=owner)

    response = admin_client.post(address(event.network), form_data(shown, action="publish", target=str(event.pk)))

    assert response.context["target_form"].fields["target"].choices == [("new", "En ny sida med möten")]
    assert Occurrence.objects.count() == 0


@pytest.mark.parametrize("onto_the_network", [False, True])
def test_what_somebody_else_adds_at_the_same_moment_is_kept(rf, admin_user, event, onto_the_network):
    """Her draft is saved after this request has read the page, and before it stores anything."""
    page = event.network if onto_the_network else event
    data = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-include": "on", "rows-0-start_date": "2027-02-05"}
    request = rf.post("/", data | {"action": "draft", "target": str(event.pk)})
    request.user, request.session, request._messages = admin_user, {}, MagicMock()
    view = PasteDatesView()
    view.setup(request, pk=page.pk)
    assert (view.page, view.events if onto_the_network else [event]) == (page, [event])
    others = EventPage.objects.get(pk=event.pk)
    others.occurrences.add(make_meeting("2027-04-23"))
    others.save_revision()

    view.dispatch(request)

    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert [row.start_date for row in draft.occurrences.all()] == [date(2027, 4, 23), date(2027, 2, 5)]


def test_other_pages_take_no_dates(admin_client, site):
    assert admin_client.get(address(make_network().get_parent())).status_code in {302, 403}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Teams", Format.ONLINE),
        ("Digitalt", Format.ONLINE),
        ("Teams + Kristianstad", Format.HYBRID),
        ("Stadshuset, Mölndal", Format.ON_SITE),
    ],
)
def test_the_place_tells_the_form(place, expected):
    assert meeting_format(place) == expected


def test_usual_values_need_a_majority():
    rows = [{"start_time": time(9), "end_time": time(12), "place": ""}] * 2
    rows += [{"start_time": time(13), "end_time": None, "place": "Lerum"}] * 2
    assert usual_values(rows) == {}


def test_status_and_whole_day_follow(admin_client, event):
    text = "5 februari 2027 (inställt)\n12 mars 2027 heldag\n9 april 2027, preliminärt"
    admin_client.post(address(event), form_data(preview(admin_client, event, text), action="publish"))
    rows = Occurrence.objects.order_by("starts_at")
    assert [row.status for row in rows] == [Status.CANCELLED, Status.CONFIRMED, Status.TENTATIVE]
    assert rows[1].timing == Timing.WHOLE_DAY


def test_the_page_says_whose_dates_these_are(admin_client, site):
    network = make_network("Fältnätverket")
    event = make_event(network, title="Vårens möten")
    for page, words in ((network, "Fältnätverket"), (event, "Fältnätverket: Vårens möten")):
        html = BeautifulSoup(admin_client.get(address(page)).content, "html.parser")
        assert html.select_one(".paste__about strong").get_text() == words


def test_every_icon_of_our_buttons_and_headings_is_one_that_the_admin_has():
    """A name that it does not have leaves an empty space."""
    named = re.compile(r'(?:icon_name|header_icon|menu_icon|\bicon)\s?=\s?"([a-z-]+)"|icon name="([a-z-]+)"')
    sources = [file for end in ("py", "html") for file in Path("events").rglob(f"*.{end}")]
    names = {one or other for file in sources for one, other in named.findall(file.read_text(encoding="utf-8"))}
    assert names and {name for name in names if f'id="icon-{name}"' not in get_icons()} == set()


MAIL = """Hej!
Fastställda datum:
fredag 5 februari 2027 kl. 18-24
<p><span style="text-decoration:line-through">fredag 12 mars 2027 kl. 9-11</span></p>
Ännu ej fastställda datum
fredag 23 april 2027 kl. 9-11, Room 4.12
31 november 2027 kl. 9-12
Knasplats: Vinga"""


def test_a_mail_is_walked_through_to_published_rows(admin_client, event):
    shown = preview(admin_client, event, text=MAIL)
    verdicts = [row.shown_verdict for row in shown.context["rows"]]
    assert verdicts == ["ok", "warning", "warning", "refused"]
    assert "Knasplats: Vinga" in shown.content.decode()

    data = form_data(shown, action="publish") | {"rows-3-include": "on", "rows-3-start_date": "31/11"}
    again = admin_client.post(address(event), data)
    assert again.status_code == 200
    assert list(again.context["rows"][3].errors) == ["start_date"]
    assert again.context["rows"][0]["end_date"].value() in ("2027-02-06", date(2027, 2, 6), "6 februari 2027")

    corrected = form_data(again, action="publish") | {"rows-3-start_date": "30 november 2027"}
    assert admin_client.post(address(event), corrected).status_code == 302
    rows = Occurrence.objects.order_by("start_date")
    assert [(row.start_date, row.end_date, row.status) for row in rows] == [
        (date(2027, 2, 5), date(2027, 2, 6), Status.CONFIRMED),
        (date(2027, 3, 12), None, Status.CANCELLED),
        (date(2027, 4, 23), None, Status.TENTATIVE),
        (date(2027, 11, 30), None, Status.CONFIRMED),
    ]
    assert rows[2].place == "Room 4.12"


def test_dates_pasted_into_a_draft_with_a_later_time_are_not_said_to_be_published(admin_client, event):
    event.go_live_at = datetime(2027, 1, 8, 7, tzinfo=UTC)  # as a copy of an event that is to be published then
    event.save_revision()
    data = form_data(preview(admin_client, event, "5 februari 2027 kl. 9-11"), action="publish")
    response = admin_client.post(address(event), data, follow=True)
    assert "Ett möte ligger i utkastet. Det publiceras 8 januari 2027 kl. 08.00." in response.content.decode()
    assert not Occurrence.objects.filter(page=event).exists()
    scheduled = EventPage.objects.get(pk=event.pk).scheduled_revision.as_object()
    assert [row.start_date for row in scheduled.occurrences.all()] == [date(2027, 2, 5)]
