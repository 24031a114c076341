"""Each line of the table of rights is tried: every field in the forms, every action on the pages, by every role."""

import pytest
from django.contrib.auth import get_user_model
from django.forms import ModelChoiceField
from django.urls import reverse
from django.utils.text import capfirst
from lxml.html import fromstring
from wagtail.admin.panels import get_edit_handler
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from events.models import EventPage
from networks.models import Area, NetworkEditors, NetworkPage
from networks.rights.held_fields import KEPT_BY_GR, refusal
from networks.rights.page_views import may_make_networks_below
from networks.rights.roles import role_of
from networks.rights.table import KINDS, Action, Role, held
from networks.rights.translation import may_translate
from networks.rights.viewsets import NetworkEditorsViewSet
from tests.factories import make_network

from .conftest import THUMBNAIL, fresh, set_review, signed_in
from .forms import Form, address_of

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
NETWORK = "networks.NetworkPage"
HELD = sorted(held(Role.EDITOR, NETWORK))
PUBLISH = {"action-publish": "1"}
OTHER_VALUES = {
    "kind": "political",
    "status": "closed",
    "status_since": "2026-01-01",
    "status_reason": "För att jag vill",
    "slug": "en-annan-adress",
    "show_in_menus": "on",
    "go_live_at": "2050-01-01 08:00",
    "expire_at": "2050-01-01 08:00",
}


@pytest.fixture
def people(two):
    administrator = get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt")
    return {Role.ADMINISTRATOR: administrator, Role.CENTRAL: two.central, Role.EDITOR: two.editor}


def form_class(model):
    if model in FILES:
        return FILES[model](model)
    if model is NetworkEditors:
        return NetworkEditorsViewSet("network_editors").get_edit_handler().bind_to_model(model).get_form_class()
    handler = model.get_edit_handler() if issubclass(model, Page) else get_edit_handler(model)
    return handler.get_form_class()


FILES = {get_document_model(): get_document_form, get_image_model(): get_image_form}
MODELS = [model for model in [*get_page_models(), *get_snippet_models(), *settings_registry] if model is not Page]
MODELS += [NetworkEditors, *FILES]


def test_every_kind_has_its_lines():
    assert sorted(KINDS) == sorted(model._meta.label for model in MODELS)
    assert {label: sorted(set(Action) - found.actions.keys(), key=str) for label, found in KINDS.items()} == {
        label: [] for label in KINDS
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_its_line(model):
    """One that fails here is new: say in networks/rights/table.py who may change it."""
    form = form_class(model)
    assert sorted(KINDS[model._meta.label].fields) == sorted({*form.base_fields, *getattr(form, "formsets", ())})


def test_administrators_and_central_editors_are_held_from_nothing():
    assert {role: sorted(held(role, label)) for label in KINDS for role in (Role.ADMINISTRATOR, Role.CENTRAL)} == {
        Role.ADMINISTRATOR: [],
        Role.CENTRAL: [],
    }


def test_roles(people):
    assert {role: role_of(fresh(user)) for role, user in people.items()} == {role: role for role in Role}


@pytest.mark.parametrize("model", [NetworkPage, EventPage])
@pytest.mark.parametrize("role", Role)
def test_a_form_has_the_fields_that_its_editor_may_change(model, role, two, people):
    page = two.own.page if model is NetworkPage else two.own.event
    form = Form(signed_in(people[role]), address_of(page)).form
    allowed = {name for name, roles in KINDS[model._meta.label].fields.items() if role in roles}
    assert {*form.fields, *form.formsets} == allowed


def test_she_sees_what_she_may_not_change_and_why(two, as_editor):
    html = as_editor.get(address_of(two.own.page)).content.decode()
    assert html.count(str(KEPT_BY_GR)) == len(["kind", "area", "second_area", *STATUS, "slug", "show_in_menus"])
    assert str(two.own.page.area) in html
    assert "schedule-publishing" not in html
    page = fromstring(html)
    shown = [each.text_content().strip() for each in page.find_class("w-field__textoutput")]
    kind, slug = str(two.own.page.get_kind_display()), two.own.page.slug
    assert shown == [kind, str(two.own.page.area), "Inget", "Aktivt", "Inget", "Inget", "Inget", slug, "Nej"]
    assert page.get_element_by_id("id_title").get("data-controller") is None  # it has no address to fill in


STATUS = ["status", "status_since", "status_reason", "successor"]


def another_value(name, two):
    if name in OTHER_VALUES:
        return OTHER_VALUES[name]
    field = NetworkPage._meta.get_field(name)
    assert isinstance(field.formfield(), ModelChoiceField), f"the test does not know how to fill {name}"
    if field.related_model is Area:
        return str(Area.objects.create(name=name, slug=name, locale=two.site.sv).pk)
    return str(two.other.page.pk)


def stored(page):
    """The page and its draft, in the fields that she may not change."""
    fresh_page = NetworkPage.objects.get(pk=page.pk)
    draft = fresh_page.get_latest_revision_as_object()
    return [
        [getattr(each, NetworkPage._meta.get_field(name).attname) for name in HELD] for each in (fresh_page, draft)
    ]


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("how", ["publish", "draft", "submit"])
def test_another_value_is_refused_in_words(name, how, two, as_editor):
    if how == "submit":
        set_review(two.own, on=True)
    before = stored(two.own.page)
    form = Form(as_editor, address_of(two.own.page))
    action = {} if how == "draft" else {f"action-{how}": "1"}
    response = form.post({}, introduction="Det jag skrev", **{name: another_value(name, two)}, **action)
    assert response.status_code == 200
    label = capfirst(NetworkPage._meta.get_field(name).verbose_name)
    shown = response.context["form"]
    assert [fault.partition("”")[2].partition("”")[0].lower() for fault in shown.non_field_errors()] == [label.lower()]
    assert refusal("x")[3:] in response.content.decode()
    assert shown["introduction"].value() == "Det jag skrev"
    assert stored(two.own.page) == before


def test_an_autosave_is_refused_too(two, as_editor):
    before = stored(two.own.page)
    form = Form(as_editor, address_of(two.own.page))
    form.data["status"] = "closed"
    response = as_editor.post(form.address, dict(form.data.lists()), headers={"Accept": "application/json"})
    assert response.json()["success"] is False
    assert stored(two.own.page) == before


def test_a_form_that_still_has_the_fields_as_they_are_is_saved(two, as_editor):
    """It may have been open since before a field was held, or been opened by a browser's "back"."""
    page = two.own.page
    same = {"slug": page.slug, "status": page.status, "kind": page.kind, "area": str(page.area_id), "successor": ""}
    response = Form(as_editor, address_of(page)).post({}, introduction="Ny ingress", **same, **PUBLISH)
    assert response.status_code == 302
    assert NetworkPage.objects.get(pk=page.pk).introduction == "Ny ingress"


def test_a_central_editor_changes_them_all(two, as_central):
    values = {name: another_value(name, two) for name in HELD if name not in ("go_live_at", "expire_at")}
    assert Form(as_central, address_of(two.own.page)).post({}, **values, **PUBLISH).status_code == 302
    page = NetworkPage.objects.get(pk=two.own.page.pk)
    assert (page.slug, page.status, page.kind) == ("en-annan-adress", "closed", "political")


def answers(user, network, withdrawn):
    """What Wagtail's and our own views ask before each action."""
    user = fresh(user)
    here, gone = network.permissions_for_user(user), withdrawn.permissions_for_user(user)
    scheduled = here.can_unschedule() if isinstance(network, NetworkPage) else True
    return {
        Action.ADD_EVENT: here.can_add_subpage(),
        Action.ADD_NETWORK: here.can_add_subpage() and may_make_networks_below(user, network),
        Action.CHANGE: here.can_edit(),
        Action.PUBLISH: here.can_publish(),
        Action.PUBLISH_AGAIN: gone.can_publish(),
        Action.UNPUBLISH: here.can_unpublish(),
        Action.UNSCHEDULE: scheduled,
        Action.DELETE: here.can_delete(),
        Action.MOVE: here.can_move(),
        Action.COPY: here.can_copy(),
        Action.RESTRICT: here.can_set_view_restrictions(),
        Action.LOCK: here.can_lock(),
        Action.TRANSLATE: may_translate(user, network),
    }


def in_table(label, role):
    return {action: role in roles for action, roles in KINDS[label].actions.items()}


@pytest.mark.parametrize("role", Role)
def test_each_role_does_with_a_network_what_the_table_says(role, two, people):
    withdrawn = make_network("Vilande nätverket", parent=two.own.page)
    withdrawn.unpublish()
    network = NetworkPage.objects.get(pk=two.own.page.pk)
    assert answers(people[role], network, withdrawn) == in_table(NETWORK, role)


@pytest.mark.parametrize("role", Role)
def test_each_role_does_with_an_event_what_the_table_says(role, two, people):
    event = EventPage.objects.get(pk=two.own.event.pk)
    below = {Action.ADD_EVENT, Action.ADD_NETWORK}  # nothing lies below an event
    asked = {action: yes for action, yes in answers(people[role], event, event).items() if action not in below}
    assert asked == {action: yes for action, yes in in_table("events.EventPage", role).items() if action not in below}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", ["home", "networks", "calendar"])
def test_each_role_does_with_the_site_s_own_pages_what_the_table_says(role, name, two, people):
    page = getattr(two.site, name).specific
    user = fresh(people[role])
    rights = page.permissions_for_user(user)
    asked = [rights.can_edit(), rights.can_publish(), rights.can_unpublish(), rights.can_delete(), rights.can_lock()]
    table = in_table(page._meta.label, role)
    actions = [Action.CHANGE, Action.PUBLISH, Action.UNPUBLISH, Action.DELETE, Action.LOCK]
    assert asked == [table[action] for action in actions]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model.__name__)
def test_each_role_does_with_a_register_what_the_table_says(role, model, two, people):
    client = signed_in(people[role])
    response = client.get(reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:add"))
    assert (response.status_code == 200) == in_table(model._meta.label, role)[Action.CHANGE]


@pytest.mark.parametrize("role", Role)
def test_each_role_does_with_settings_what_the_table_says(role, two, people):
    client = signed_in(people[role])
    for model in settings_registry:
        response = client.get(reverse("wagtailsettings:edit", args=[model._meta.app_label, model._meta.model_name]))
        allowed = response.status_code == 200 or reverse("wagtailadmin_home") != response.get("Location")
        assert allowed == in_table(model._meta.label, role)[Action.CHANGE], model
    response = client.get(reverse("network_editors:edit", args=[two.own.editors.pk]))
    assert (response.status_code == 200) == in_table("networks.NetworkEditors", role)[Action.CHANGE]
