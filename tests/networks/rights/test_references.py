"""A form takes no reference to what its editor may not choose, wherever it can refer to something."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.documents.models import Document
from wagtail.models import GroupPagePermission, Page, Site, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import nested_form_data, rich_text

from events.models import EventPage
from networks.models import Area, NetworkDocument, NetworkPage, Term
from networks.rights.central import shared_files
from networks.rights.choosing import choosable
from networks.rights.references import references_in, without_links
from tests.factories import make_network, publish

from .conftest import THUMBNAIL, make_user, set_review, signed_in
from .forms import Form, address_of
from .references import fill_form, foreign_of, refused_places

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
PAGE_MODELS = [model for model in get_page_models() if model is not Page]
ROW_MODELS = [*get_snippet_models(), *settings_registry]
SECRET = "Hemligheten"
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def foreign(two):
    unseen = make_network(f"{SECRET} nätverk", live=False)
    for each in (two.other.document, two.other.image, two.other.draft):
        each.title = f"{SECRET} {each.pk}"
        each.save()
    stranger = make_user(SECRET.lower(), two.other.editors.group)
    return foreign_of(two.other, stranger, unseen)


def a_page(model, two):
    """A page of that type that she may edit, with nothing below it that she could choose."""
    own = {NetworkPage: two.own.page, EventPage: two.own.event}
    if model in own:
        return own[model]
    page = Page.get_first_root_node().add_child(instance=model(title=model.__name__, slug="en-sida", live=False))
    for codename in ("change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=two.own.editors.group, page=page, permission=permission)
    return page


def a_row(model, two):
    """A row of that register or setting, which for this test is hers to change."""
    content_type = ContentType.objects.get_for_model(model)
    permission = Permission.objects.get(content_type=content_type, codename=f"change_{model._meta.model_name}")
    two.own.editors.group.permissions.add(permission)
    if model in settings_registry:
        return model.for_site(Site.objects.get())
    text = {field.name: "ord" for field in model._meta.fields if field.name in {"title", "text", "name", "term"}}
    return model._default_manager.create(**text, **_more(model))


def _more(model):
    names = {field.name for field in model._meta.fields}
    return {
        name: value for name, value in {"slug": "ord", "expansion": "ord", "words": "a, b"}.items() if name in names
    }


def state(instance):
    fresh = type(instance)._base_manager.get(pk=instance.pk)
    rows = {field.attname: str(getattr(fresh, field.attname)) for field in fresh._meta.concrete_fields}
    return rows, getattr(fresh, "latest_revision_id", None)


@pytest.mark.parametrize("model", [*PAGE_MODELS, *ROW_MODELS], ids=lambda model: model.__name__)
def test_no_place_takes_what_is_not_hers(model, two, foreign, as_editor):
    instance = a_page(model, two) if issubclass(model, Page) else a_row(model, two)
    form = Form(signed_in(two.editor), address_of(instance))
    data, places = fill_form(form.form, foreign)
    before = state(instance)
    if not places:
        return
    response = form.post(data)
    assert response.status_code == 200, response.get("Location")
    assert refused_places(response.context["form"]) == places
    assert SECRET not in response.content.decode()
    assert state(instance) == before


def test_what_the_test_knows_of(two, foreign):
    """So that nobody empties the test above without noticing."""
    form = Form(signed_in(two.editor), address_of(two.own.event)).form
    rows = {"occurrences.1.agenda", "occurrences.1.minutes", "co_owners.0.network"}
    assert fill_form(form, foreign)[1] >= {"body.0", "body.1.image.image", "body.2.text", "body.3.document", *rows}


def test_each_link_of_a_text_is_looked_at(foreign):
    keys = {model.__name__: row.pk for model, row in foreign.items()}
    texts = {
        "page": f'<a linktype="page" id="{keys["Page"]}">sidan</a>',
        "document": f'<a id="{keys["Document"]}" linktype="document">filen</a>',
        "image": f'<embed embedtype="image" id="{keys["Image"]}" format="left" alt="x"/>',
    }
    field = NetworkPage._meta.get_field("purpose")
    for kind, text in texts.items():
        found = references_in(f"<p>{text}</p>", field)
        assert len(found) == 1, kind
        assert "id=" not in without_links(f"<p>{text}</p>", found)


def test_what_is_stored_stays_also_in_another_row(two, foreign, as_editor):
    page = two.own.page
    page.documents = [NetworkDocument(title="Delad", document=two.other.document)]
    page.successor, page.keeper = foreign[NetworkPage], foreign[type(two.editor)]
    page.status = "closed"
    publish(page)
    form = Form(as_editor, address_of(page))
    row = {"title": "Ett till", "document": str(two.other.document.pk), "access": "public", "id": "", "ORDER": "2"}
    response = form.post({"documents": {"TOTAL_FORMS": "2", "1": row}}, introduction="Ny ingress", **PUBLISH)
    assert response.status_code == 302
    page = NetworkPage.objects.get(pk=page.pk)
    assert (page.introduction, page.successor_id) == ("Ny ingress", foreign[NetworkPage].pk)
    assert [each.document_id for each in page.documents.all()] == [two.other.document.pk] * 2


def test_her_own_and_the_shared_may_be_chosen(two, as_editor):
    shared = Document.objects.create(title="Mall", file=ContentFile(b"1", name="mall.txt"), collection=shared_files())
    form = Form(as_editor, address_of(two.own.page))
    rows = [
        {"title": "Fil", "document": str(each.pk), "access": "public", "id": "", "ORDER": str(at)}
        for at, each in enumerate([two.own.document, shared], 1)
    ]
    links = f'<p>Läs om <a linktype="page" id="{two.own.draft.pk}">mötena i vår</a></p>'
    form.post({"documents": {"TOTAL_FORMS": "2", "0": rows[0], "1": rows[1]}, "purpose": rich_text(links)}, **PUBLISH)
    page = NetworkPage.objects.get(pk=two.own.page.pk)
    assert [each.document for each in page.documents.all()] == [two.own.document, shared]
    assert f'id="{two.own.draft.pk}"' in page.purpose


def test_another_error_beside_it_shows_nothing_either(two, foreign, as_editor):
    data, _ = fill_form(Form(as_editor, address_of(two.own.page)).form, foreign)
    wrong = {"title": "", "contact_email": "ingen adress", "successor": str(two.other.draft.pk)}
    data["body"]["1"]["value"] = "x" * 3 if data["body"]["1"]["type"] == "paragraph" else data["body"]["1"]["value"]
    data["documents"]["0"]["dated"] = "i går"
    response = Form(as_editor, address_of(two.own.page)).post(data | wrong, **PUBLISH)
    assert response.status_code == 200
    assert SECRET not in response.content.decode()


def test_what_was_typed_stays_in_the_form(two, foreign, as_editor):
    form = Form(as_editor, address_of(two.own.page))
    data, _ = fill_form(form.form, foreign)
    response = form.post(data, introduction="Det jag skrev")
    shown = response.context["form"]
    body = shown["body"].value()
    assert shown["introduction"].value() == "Det jag skrev"
    assert "Här är filen att läsa." in strip_tags(body[0].value.source)
    state = body.stream_block.get_form_state(body)
    assert state[1]["value"]["image"] == {"image": None, "alt_text": "Vad bilden visar", "decorative": False}
    assert state[3]["value"]["description"] == "Ord"


@pytest.mark.parametrize("headers", [{}, {"Accept": "application/json"}], ids=["draft", "autosave"])
@pytest.mark.parametrize("more", [{}, {"go_live_at": "2030-01-01 08:00"}, {"action-submit": "1"}], ids=str)
def test_no_draft_holds_it_for_somebody_else_to_publish(two, foreign, as_editor, as_central, headers, more):
    set_review(two.own, on=True)
    event = two.own.event
    form = Form(as_editor, address_of(event))
    rows = {"occurrences": {"0": {"minutes": str(two.other.document.pk)}}}
    for name, value in (nested_form_data(rows) | more).items():
        form.data[name] = value
    as_editor.post(form.address, dict(form.data.lists()), headers=headers)
    assert Form(as_central, address_of(event)).post({}, **PUBLISH).status_code == 302
    assert two.other.document.get_usage().count() == 0
    assert [row.minutes for row in EventPage.objects.get(pk=event.pk).occurrences.all()] == [None]


def test_a_new_page_and_a_preview_take_nothing_either(two, foreign, as_editor):
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", two.own.page.pk])
    form = Form(as_editor, address)
    data, places = fill_form(form.form, foreign)
    response = form.post(data | {"title": "Nytt"})
    assert refused_places(response.context["form"]) == places
    assert not EventPage.objects.filter(title="Nytt").exists()
    form.address = reverse("wagtailadmin_pages:preview_on_edit", args=[two.own.event.pk])
    assert form.post(data).json()["is_valid"] is False


def test_a_central_editor_chooses_everything(two, foreign, as_central):
    form = Form(as_central, address_of(two.own.event))
    assert form.post({"occurrences": {"0": {"minutes": str(two.other.document.pk)}}}, **PUBLISH).status_code == 302
    assert EventPage.objects.get(pk=two.own.event.pk).occurrences.get().minutes == two.other.document


def test_people_are_those_she_works_with(two, foreign, as_editor):
    colleague = make_user("kollega", two.own.editors.group)
    people = Form(as_editor, address_of(two.own.page)).form.fields["keeper"].queryset
    assert set(people) == {two.editor, colleague, two.central}


def test_a_register_that_she_may_not_see_is_none_to_choose_from(two):
    assert list(choosable(two.editor, Term)) == []
    assert two.own.page.area in choosable(two.editor, Area)
