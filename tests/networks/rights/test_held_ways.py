"""Whatever way a network's editor saves or publishes, what the table keeps from her stays as it is in public."""

import json

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.operations import translate_object

from events.models import EventPage, Occurrence
from networks.models import NetworkDocument, NetworkPage
from networks.rights.translated_values import model_at
from networks.writing.checks import LONGEST_TEXT
from tests.factories import make_meeting, make_network, publish
from tests.stateful.browser import form_in

from .conftest import THUMBNAIL, set_review, signed_in
from .forms import Form, address_of

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
PUBLISH = {"action-publish": "1"}


def address(view, *arguments):
    return reverse(f"wagtailadmin_pages:{view}", args=arguments)


def api(client, page, action, **data):
    return client.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, action]), data)


def public(page):
    return NetworkPage.objects.get(pk=page.pk)


def draft(page):
    return public(page).get_latest_revision_as_object()


@pytest.fixture
def closed(two):
    """Her network, closed by GR since an earlier version. Gives that version."""
    page = two.own.page
    earlier = public(page).get_latest_revision()
    page = public(page)
    page.status, page.slug, page.introduction = "closed", "ny-adress", "Avslutat"
    publish(page)
    return earlier


def test_an_old_version_brings_back_its_texts_only(two, closed, as_editor):
    form = Form(as_editor, address("revisions_revert", two.own.page.pk, closed.pk))
    assert as_editor.post(address_of(two.own.page), dict(form.data.lists()) | PUBLISH).status_code == 302
    form = Form(as_editor, address("revisions_revert", two.own.page.pk, closed.pk))
    assert form.post({}, **PUBLISH).status_code == 302
    page = public(two.own.page)
    assert (page.status, page.slug, page.introduction) == ("closed", "ny-adress", "")


def test_nor_does_the_api(two, closed, as_editor):
    assert api(as_editor, two.own.page, "revert_to_page_revision", revision_id=closed.pk).status_code == 200
    assert (draft(two.own.page).status, draft(two.own.page).introduction) == ("closed", "")
    assert api(as_editor, two.own.page, "publish").status_code == 200
    assert (public(two.own.page).status, public(two.own.page).slug) == ("closed", "ny-adress")


@pytest.fixture
def drafted(two):
    """GR has closed her network in a draft."""
    page = public(two.own.page)
    page.status = "closed"
    page.save_revision(user=two.central)
    return page


def test_she_does_not_publish_what_gr_has_drafted(two, drafted, as_editor):
    response = Form(as_editor, address_of(drafted)).post({}, introduction="Det jag skrev", **PUBLISH)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [
        "I utkastet har GR:s redaktion ändrat: läge. Be dem publicera sidan."
    ]
    assert response.context["form"]["introduction"].value() == "Det jag skrev"
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = as_editor.post(f"{bulk}?id={drafted.pk}&next=/admin/", follow=True)
    assert "Be dem publicera sidan." in response.content.decode()
    assert api(as_editor, drafted, "publish").status_code == 400
    assert public(drafted).status == "active"


def test_her_draft_keeps_gr_s_and_gr_publishes_both(two, drafted, as_editor, as_central):
    assert Form(as_editor, address_of(drafted)).post({}, introduction="Det jag skrev").status_code == 302
    assert (draft(drafted).status, public(drafted).status) == ("closed", "active")
    assert Form(as_central, address_of(drafted)).post({}, **PUBLISH).status_code == 302
    assert (public(drafted).status, public(drafted).introduction) == ("closed", "Det jag skrev")


def test_what_gr_drafts_while_she_writes_is_not_published_by_her(two, as_editor):
    form = Form(as_editor, address_of(two.own.page))
    page = public(two.own.page)
    page.status = "closed"
    page.save_revision(user=two.central)
    response = form.post({}, introduction="Det jag skrev", **PUBLISH)
    assert "Be dem publicera sidan." in response.content.decode()
    assert response.context["form"]["introduction"].value() == "Det jag skrev"
    assert (public(page).status, public(page).introduction) == ("active", "")


def test_dates_that_she_pastes_wait_in_a_draft_that_is_not_hers_to_publish(two, as_editor):
    """GR's draft has a file of another network's, which she may not choose."""
    event = EventPage.objects.get(pk=two.own.event.pk)
    event.occurrences = [make_meeting("2090-01-05", agenda=two.other.document)]
    event.save_revision(user=two.central)
    address = reverse("paste_dates", args=[event.pk])
    form = form_in(as_editor.post(address, {"text": "5 februari 2090 kl. 9-11"}), "form.paste")
    form.fill(action="publish")
    response = as_editor.post(address, dict(form.data.lists()), follow=True)
    said = " ".join(str(message) for message in response.context["messages"])
    assert "Ett möte ligger i utkastet." in said and "be GR:s redaktion publicera sidan" in said
    rows = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().occurrences.all()
    assert [str(row.start_date) for row in rows] == ["2090-01-05", "2090-02-05"]
    assert not Occurrence.objects.public().filter(start_date="2090-02-05").exists()


def test_an_approval_is_the_central_editor_s_own_act(two, drafted, as_editor, as_central):
    set_review(two.own, on=True)
    Form(as_editor, address_of(drafted)).post({}, introduction="Det jag skrev", **{"action-submit": "1"})
    state = TaskState.objects.get(status="in_progress")
    as_central.post(address("workflow_action", drafted.pk, "approve", state.pk))
    assert (public(drafted).status, public(drafted).introduction) == ("closed", "Det jag skrev")


def test_no_date_takes_her_network_from_the_site(two, as_editor):
    page = two.own.page
    for name in ("expire_at", "go_live_at"):
        response = Form(as_editor, address_of(page)).post({}, **{name: "2050-01-01 08:00"}, **PUBLISH)
        assert response.status_code == 200
    draft_with_date = public(page)
    draft_with_date.expire_at = timezone.now()
    revision = draft_with_date.save_revision(user=two.central)
    api(as_editor, page, "publish")
    as_editor.post(address("unpublish", page.pk))
    as_editor.post(address("revisions_unschedule", page.pk, revision.pk))
    assert (public(page).live, public(page).expire_at) == (True, None)


def test_what_gr_has_scheduled_stays_scheduled(two, as_editor, as_central):
    page = public(two.own.page)
    page.go_live_at = timezone.now() + timezone.timedelta(days=9)
    revision = page.save_revision()
    revision.publish()
    as_editor.post(address("revisions_unschedule", page.pk, revision.pk))
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None
    as_central.post(address("revisions_unschedule", page.pk, revision.pk))
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_what_gr_has_withdrawn_stays_withdrawn(two, as_editor, as_central):
    page = public(two.own.page)
    page.unpublish()
    Form(as_editor, address_of(page)).post({}, **PUBLISH)
    api(as_editor, page, "publish")
    assert not public(page).live
    Form(as_central, address_of(page)).post({}, **PUBLISH)
    assert public(page).live


def test_she_writes_no_title_in_another_alphabet(two, as_editor):
    response = Form(as_editor, address_of(two.own.page)).post({}, title="S\u00f6dra n\u00e4tverk\u0435t", **PUBLISH)
    assert response.context["form"].errors["title"] == [
        "Titeln har en bokstav ur ett annat alfabet, ”\u0435”, som läsare kan ta för en av våra. Skriv om ordet."
    ]


TITLES = [
    "Södra nätverket",
    "södra NÄTVERKET",
    " Södra\u00a0 nätverket ",
    "So\u0308dra na\u0308tverket",
    "Södra nät\u00adverket",
]


@pytest.mark.parametrize("field", ["title", "seo_title"])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("more", [{}, PUBLISH], ids=["draft", "publish"])
def test_she_does_not_take_another_s_title(two, as_editor, field, title, more):
    typed = {field: title, "introduction": "Det jag skrev"}
    form = Form(as_editor, address_of(two.own.page)).post({}, **typed, **more).context["form"]
    assert form.errors[field] == ["Ett annat nätverk heter redan så. Välj ett namn som skiljer dem åt."]
    assert form["introduction"].value() == "Det jag skrev"
    assert (draft(two.own.page).title, draft(two.own.page).seo_title) == ("Norra nätverket", "")


def test_a_title_for_search_engines_may_be_her_network_s_own(two, as_editor):
    for title in ("Norra nätverket", "Norra nätverket för skolan", ""):
        response = Form(as_editor, address_of(two.own.page)).post({}, seo_title=title, **PUBLISH)
        assert (response.status_code, public(two.own.page).seo_title) == (302, title)


def test_nor_that_of_a_draft(two, as_editor):
    make_network("Hemligt nätverk", live=False)
    other = public(two.other.page)
    other.title = "Nytt namn"
    other.save_revision(user=two.central)
    for title in ("Hemligt nätverk", "Nytt namn"):
        response = Form(as_editor, address_of(two.own.page)).post({}, title=title)
        assert "title" in response.context["form"].errors


def test_a_title_like_another_s_and_one_shared_by_gr_s_choice_are_fine(two, as_editor, as_central):
    assert (
        Form(as_central, address_of(two.own.page)).post({}, title=two.other.page.title, **PUBLISH).status_code == 302
    )
    assert Form(as_editor, address_of(two.own.page)).post({}, introduction="Ny", **PUBLISH).status_code == 302
    response = Form(as_editor, address_of(two.own.page)).post({}, title="Södra nätverkets grupp", **PUBLISH)
    assert response.status_code == 302
    assert public(two.own.page).title == "Södra nätverkets grupp"


def test_a_title_that_was_stored_in_a_draft_before_is_not_published(two, as_editor):
    page = public(two.own.page)
    page.title = "Södra nätverket"
    page.save_revision()
    response = Form(as_editor, address_of(page)).post({}, **PUBLISH)
    assert "title" in response.context["form"].errors
    assert api(as_editor, page, "publish").status_code == 400
    assert public(page).title == "Norra nätverket"


@pytest.fixture
def english(two):
    """The English pages of both networks, and of the home page and the list above them."""
    for page in (two.site.home, two.site.networks):
        Page.objects.get(pk=page.pk).specific.copy_for_translation(two.site.en)
    for page in (two.own.page, two.other.page):
        translate_object(public(page), [two.site.en])
    return Translation.objects.get(source__object_id=two.own.page.translation_key)


def string(client, translation, path, value):
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    view = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    body = f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n'
    return client.put(view, body, content_type="multipart/form-data; boundary=x")


def publish_translation(client, translation):
    page = translation.get_target_instance()
    client.post(address_of(page), {"action": "publish"})
    return public(page)


def test_the_english_address_is_gr_s_too(two, english, as_editor, as_central):
    before = english.get_target_instance().slug
    assert string(as_editor, english, "slug", "another-address").status_code == 403
    assert string(as_editor, english, "title", "The northern network").status_code == 201
    page = publish_translation(as_editor, english)
    assert (page.live, page.title, page.slug) == (True, "The northern network", before)
    assert string(as_central, english, "slug", "another-address").status_code == 201
    assert publish_translation(as_central, english).slug == "another-address"


def test_a_translated_text_without_end_is_refused_in_words(two, english, as_central):
    answer = string(as_central, english, "title", "x" * (LONGEST_TEXT + 1))
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("Texten är för lång: 1000001 tecken, men högst 1000000 får plats.")


def test_she_is_not_offered_the_english_address(two, english, as_editor, as_central):
    page = english.get_target_instance()
    paths = []
    for client in (as_editor, as_central):
        props = json.loads(client.get(address_of(page)).context["props"])
        paths.append({segment["contentPath"] for segment in props["segments"]})
    assert paths[1] - paths[0] == {"slug"}


def test_a_file_of_translations_changes_no_address(two, english, as_editor):
    po = english.export_po()
    for entry in po:
        entry.msgstr = {"slug": "another-address", "title": "The northern network"}.get(entry.msgctxt, "")
    upload = reverse("wagtail_localize:upload_pofile", args=[english.pk])
    as_editor.post(upload, {"file": SimpleUploadedFile("a.po", str(polib.pofile(str(po))).encode())})
    stored = StringTranslation.objects.filter(context__object=english.source.object).values_list(
        "context__path", "data"
    )
    assert dict(stored) == {"title": "The northern network"}


def test_an_english_title_is_not_another_s(two, english, as_editor, as_central):
    southern = Translation.objects.get(source__object_id=two.other.page.translation_key)
    string(as_central, southern, "title", "The Southern Network")
    publish_translation(as_central, southern)
    string(as_editor, english, "title", "the southern  network")
    assert publish_translation(as_editor, english).title == "Norra nätverket"
    error = StringTranslation.objects.get(data="the southern  network")
    assert "heter redan så" in error.get_error()


@pytest.fixture
def with_files(two):
    """Her network's page with one of each block and row that refers to something, translated into English."""
    page = public(two.own.page)
    picture = {"image": two.own.image.pk, "alt_text": "Bild", "decorative": False}
    page.body = [
        {"type": "figure", "value": {"image": picture, "caption": "Om bilden"}},
        {"type": "document", "value": {"document": two.own.document.pk, "description": "Om filen"}},
        {"type": "paragraph", "value": '<p><a href="https://example.org">länk</a></p>'},
    ]
    page.documents = [NetworkDocument(title="Fil", document=two.own.document)]
    page = publish(page)
    return page


def test_no_override_of_a_translation_takes_what_is_not_hers(two, with_files, english, as_editor, as_central):
    foreign = {"Image": two.other.image, "Document": two.other.document, "Page": two.other.draft}
    own = {"Image": two.own.image, "Document": two.own.document, "Page": two.own.draft}
    seen = set()
    for segment in OverridableSegment.objects.filter(source=english.source):
        model = model_at(NetworkPage, segment.context.get_field_path(with_files))
        if model is None:
            assert isinstance(segment.data, str)
            continue
        seen.add(model.__name__)
        view = reverse("wagtail_localize:edit_override", args=[english.pk, segment.pk])
        assert [put(as_editor, view, row[model.__name__].pk) for row in (foreign, own)] == [403, 201]
        assert put(as_editor, view, "99999") == 403
        assert put(as_editor, view, "x") == 403
        assert put(as_central, view, foreign[model.__name__].pk) == 200
    assert seen == {"Image", "Document"}
    assert SegmentOverride.objects.count() == 2


def put(client, view, value):
    body = f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n'
    return client.put(view, body, content_type="multipart/form-data; boundary=x").status_code


@pytest.fixture
def foreign_draft(two):
    """A draft of her event that has held another network's document since before forms were held to anything."""
    event = EventPage.objects.get(pk=two.own.event.pk)
    row = event.occurrences.get()
    row.minutes = two.other.document
    event.occurrences = [row]
    event.save_revision()
    return event


def test_what_was_never_public_is_not_published_by_her(two, foreign_draft, as_editor):
    response = Form(as_editor, address_of(foreign_draft)).post({}, title="Ny titel", **PUBLISH)
    assert response.status_code == 200
    (row,) = response.context["form"].formsets["occurrences"].forms
    assert row.errors["minutes"] == [
        "Det du valde tillhör ett annat nätverk, eller så finns det inte längre. Välj något annat."
    ]
    assert response.context["form"]["title"].value() == "Ny titel"
    response = api(as_editor, foreign_draft, "publish")
    assert response.status_code == 400
    assert "inte har varit publicerad här" in response.content.decode()
    assert EventPage.objects.get(pk=foreign_draft.pk).occurrences.get().minutes is None
    assert Form(as_editor, address_of(foreign_draft)).post({}, title="Ny titel").status_code == 302


def test_what_gr_has_published_stays_and_is_published_by_her(two, foreign_draft, as_editor):
    foreign_draft.get_latest_revision().publish()
    assert Form(as_editor, address_of(foreign_draft)).post({}, title="Ny titel", **PUBLISH).status_code == 302
    event = EventPage.objects.get(pk=foreign_draft.pk)
    assert (event.title, event.occurrences.get().minutes) == ("Ny titel", two.other.document)


def test_a_copy_publishes_no_draft_of_what_is_not_hers(two, foreign_draft, as_editor):
    data = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": two.own.page.pk, "publish_copies": "on"}
    as_editor.post(address("copy", foreign_draft.pk), data)
    copies = EventPage.objects.filter(slug="kopia", live=True)
    assert [row.minutes for copy in copies for row in copy.occurrences.all()] in ([], [None])


def test_she_reads_the_history_and_compares_the_versions_of_her_network(two, closed, as_editor):
    page = two.own.page
    assert as_editor.get(address("history", page.pk)).status_code == 200
    response = as_editor.get(address("revisions_compare", page.pk, "earliest", "latest"))
    assert response.status_code == 200
    assert "Avslutat" in response.content.decode()
    assert signed_in(two.other_editor).get(address("history", page.pk)).status_code == 302
