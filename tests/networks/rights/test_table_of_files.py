"""Each line of the table about documents and pictures is tried: every field of their forms, by every role."""

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.permissions import policy_registry

from networks.rights.central import shared_files
from networks.rights.groups import editors_of
from networks.rights.held_fields import refusal
from networks.rights.table import GR, KINDS, Action, Role
from tests.factories import make_network

from .conftest import THUMBNAIL, fresh, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
DOCUMENT, PICTURE = get_document_model(), get_image_model()
EDIT = {DOCUMENT: "wagtaildocs:edit", PICTURE: "wagtailimages:edit"}
models = pytest.mark.parametrize("model", EDIT, ids=lambda model: model.__name__)
roles = pytest.mark.parametrize("role", Role)


def lines(model):
    return KINDS[model._meta.label]


@pytest.fixture
def second(two):
    """The collection of a second network of hers: she has two to choose between."""
    second = editors_of(make_network("Östra nätverket"))
    two.editor.groups.add(second.group)
    return second.collection


@pytest.fixture
def people(two, second):
    administrator = get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt")
    return {Role.ADMINISTRATOR: administrator, Role.CENTRAL: two.central, Role.EDITOR: two.editor}


def file_of(model, network):
    return network.document if model is DOCUMENT else network.image


def shared(model):
    content = get_test_image_file() if model is PICTURE else ContentFile(b"1", name="delad.txt")
    return model.objects.create(title="Delad", file=content, collection=shared_files())


def may(user, action, file):
    return policy_registry.get_by_type(type(file)).user_has_permission_for_instance(fresh(user), action, file)


@models
@roles
def test_each_role_does_with_each_file_what_the_table_says(model, role, two, people):
    asked = {
        whose: [may(people[role], action, file) for action in ("change", "delete")]
        for whose, file in {
            "own": file_of(model, two.own),
            "other": file_of(model, two.other),
            "shared": shared(model),
        }.items()
    }
    inside = [role in lines(model).actions[action] for action in (Action.CHANGE, Action.DELETE)]
    outside = [role in GR] * 2
    assert asked == {"own": inside, "other": outside, "shared": outside}


def edit(model, network):
    return reverse(EDIT[model], args=[file_of(model, network).pk])


def form_of(user, model, network):
    return signed_in(user).get(edit(model, network)).context["form"]


@models
@roles
def test_a_form_has_the_fields_that_its_editor_may_change(model, role, two, people):
    allowed = {name for name, whose in lines(model).fields.items() if role in whose}
    assert {*form_of(people[role], model, two.own).fields} == allowed


@models
def test_she_moves_a_file_between_her_own_collections_only(model, two, people, second):
    collection = form_of(people[Role.EDITOR], model, two.own).fields["collection"]
    offered = set(collection.queryset) - set(collection.disabled_queryset or [])
    assert offered == {two.own.editors.collection, second}


def post(user, model, network, **changed):
    """``user``'s form of the file, sent with ``changed`` in it."""
    form = form_of(user, model, network)
    values = {name: form[name].value() for name in form.fields if name not in ("file", "tags")}
    data = {name: value for name, value in values.items() if value is not None} | {"tags": ""} | changed
    return signed_in(user).post(edit(model, network), data)


@models
def test_she_changes_her_own_and_nothing_of_another_s(model, two, people, second):
    response = post(people[Role.EDITOR], model, two.own, title="Ny", collection=second.pk, tags="vatten")
    assert response.status_code == 302
    file = model.objects.get(pk=file_of(model, two.own).pk)
    assert (file.title, file.collection, [str(tag) for tag in file.tags.all()]) == ("Ny", second, ["vatten"])
    other = two.other.editors.collection.pk
    assert post(people[Role.EDITOR], model, two.own, collection=other).status_code == 200
    assert model.objects.get(pk=file.pk).collection == second


@models
def test_the_forms_follow_the_table(model, two, people, monkeypatch):
    """A field that only GR changes is in none of a network's editor's forms, and what she sends for it is refused."""
    narrowed = lines(model)
    monkeypatch.setitem(KINDS, model._meta.label, replace(narrowed, fields={**narrowed.fields, "tags": GR}))
    assert ["tags" in form_of(people[role], model, two.own).fields for role in Role] == [True, True, False]
    response = post(people[Role.EDITOR], model, two.own, tags="vatten")
    assert response.status_code == 200
    fault = refusal(model._meta.get_field("tags").verbose_name)
    assert response.context["form"].non_field_errors() == [fault]
    assert fault in response.content.decode()
    assert not file_of(model, two.own).tags.exists()
    assert post(people[Role.CENTRAL], model, two.own, tags="vatten").status_code == 302
