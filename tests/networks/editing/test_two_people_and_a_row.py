"""Two people at the form of the same row of a register, or of the same setting. The models are found by looking."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.forms import ModelMultipleChoiceField
from django.urls import reverse
from lxml.html import fromstring
from wagtail.admin import urls  # noqa: F401 - registers the viewsets
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Site
from wagtail.snippets.models import get_snippet_models

from events.models import EventCategory
from networks.models import Area, NetworkEditors, Organisation, SharedStatement, Term
from networks.versions.sameness import plain
from networks.versions.seen import read_seen
from search.models import SynonymGroup
from tests.factories import make_area, make_category, make_network, make_organisation
from tests.field_values import another_value

pytestmark = pytest.mark.django_db
OURS = {"gr_site", "search", "events", "networks"}


def _editors():
    people = get_user_model().objects
    for name in ("Maja", "Olle"):
        people.create_user(name.lower(), f"{name.lower()}@example.org", "hemligt", first_name=name)
    make_network()
    return NetworkEditors.objects.get()


MADE = {
    Area: make_area,
    EventCategory: make_category,
    NetworkEditors: _editors,
    Organisation: make_organisation,
    SharedStatement: lambda: SharedStatement.objects.create(title="Vision", text="<p>Vi samverkar.</p>"),
    SynonymGroup: lambda: SynonymGroup.objects.create(words="mas, sjuksköterska"),
    Term: lambda: Term.objects.create(term="MAS", expansion="Medicinskt ansvarig sjuksköterska"),
}
ANOTHER = {"words": ("mar, rehabilitering", "sas, socialt ansvarig"), "slug": ("ett-annat", "ett-tredje")}


def _of_viewsets():
    return {each.model for each in viewsets.viewsets if isinstance(each, ModelViewSet)}


def _ours(models):
    return sorted((each for each in models if each._meta.app_label in OURS), key=lambda model: model._meta.label)


def models():
    return _ours({*get_snippet_models(), *_of_viewsets(), *settings_registry})


@pytest.fixture(params=models(), ids=lambda model: model._meta.label)
def row(request, site):
    model = request.param
    return model.for_site(Site.objects.get()) if model in settings_registry else MADE[model]()


@pytest.fixture
def bo(client, django_user_model):
    """Another administrator's browser."""
    user = django_user_model.objects.create_superuser("bo", "bo@example.org", "hemligt", first_name="Bo")
    other = type(client)()
    other.force_login(user)
    return other


class Form:
    def __init__(self, client, row):
        self.client, self.address = client, address_of(row)
        response = client.get(self.address)
        self.fields = {name: field for name, field in response.context["form"].fields.items() if name != "seen"}
        self.read(response)

    def read(self, response):
        page = fromstring(response.content.decode())
        (form,) = page.xpath("//form[@id='w-editor-form']")
        self.html = page
        self.values = {}
        for name, value in form.form_values():
            self.values.setdefault(name, []).append(value)
        return self

    def fill(self, name, value):
        self.values[name] = value if isinstance(value, list) else [value]
        return self

    def send(self):
        return self.client.post(self.address, self.values)

    def save(self):
        response = self.send()
        assert response.status_code == 302, response.context["form"].errors
        return self

    def ask(self):
        response = self.send()
        assert response.status_code == 200
        self.read(response)
        return response.context["questions"]


def address_of(row):
    if type(row) in settings_registry:
        return reverse("wagtailsettings:edit", args=[row._meta.app_label, row._meta.model_name, row.site_id])
    if isinstance(row, NetworkEditors):
        return reverse("network_editors:edit", args=[row.pk])
    return reverse(type(row).snippet_viewset.get_url_name("edit"), args=[row.pk])


def two_values(row, name):
    """Two values of a field that differ from the saved one and from each other, as a browser sends them."""
    field = row._meta.get_field(name)
    if name in ANOTHER:
        return ANOTHER[name]
    if field.flatchoices:
        return [value for value, _label in field.flatchoices if value != getattr(row, name)][:2]
    if field.get_internal_type() == "BooleanField":
        return ["on"]
    values = [another_value(type(row), name, prefix) for prefix in ("Zebra", "Yxa")]
    if field.remote_field:
        return [str(value.pk) for value in values]
    if name == "text":
        blocks = [[{"key": "a", "text": word, "type": "unstyled"}] for word in "AB"]
        return [json.dumps({"blocks": each, "entityMap": {}}) for each in blocks]
    return ["7", "8"] if field.get_internal_type() == "PositiveSmallIntegerField" else values


def plain_fields(form):
    return [name for name, field in form.fields.items() if not isinstance(field, ModelMultipleChoiceField)]


def saved(row, name):
    return plain(type(row)._base_manager.values_list(name, flat=True).get(pk=row.pk))


def test_every_model_that_an_editor_changes_in_a_form_is_tried():
    assert {model for model in models() if model not in settings_registry} == set(MADE)
    assert [model for model in models() if model in settings_registry]


def test_different_fields_are_both_kept(row, editor_client, bo):
    names = plain_fields(Form(editor_client, row))
    for mine, theirs in zip(names, [*names[1:], names[0]], strict=True):
        if mine == theirs:
            continue
        values = {name: two_values(row, name)[0] for name in (mine, theirs)}
        before = {name: saved(row, name) for name in names}
        ours = Form(editor_client, row).fill(mine, values[mine])
        Form(bo, row).fill(theirs, values[theirs]).save()
        between = {name: saved(row, name) for name in names}
        ours.save()
        after = {name: saved(row, name) for name in names}
        assert {name for name in names if between[name] != before[name]} == {theirs}
        assert {name for name in names if after[name] != between[name]} == {mine}
        row.save()


def test_the_same_field_is_asked_about_and_nothing_typed_is_lost(row, editor_client, bo):
    for name in plain_fields(Form(editor_client, row)):
        values = two_values(row, name)
        if len(values) < 2:
            continue  # a yes or no: two who change it have made the same change
        for answer in ("mine", "stored"):
            row.save()
            mine = Form(editor_client, row).fill(name, values[0])
            Form(bo, row).fill(name, values[1]).save()
            between = saved(row, name)
            (question,) = mine.ask()
            assert (question.path, question.who, saved(row, name)) == ((name,), "Bo", between)
            assert [each.name for each in mine.ask()] == [question.name]  # it stays until it is answered
            assert {each.get("form") for each in mine.html.xpath("//input[@type='radio'][@form]")} == {"w-editor-form"}
            mine.fill(question.name, answer).save()
            assert (saved(row, name) == between) == (answer == "stored")
        row.save()


def test_a_form_without_its_origin_or_with_anothers_overwrites_nothing(row, editor_client, bo):
    form = Form(editor_client, row)
    name = plain_fields(form)[-1]
    assert read_seen(form.values["seen"][0], "networks.area 0") is None
    Form(bo, row).fill(name, two_values(row, name)[0]).save()
    between = saved(row, name)
    for seen in ("", "nonsens"):
        assert [each.path for each in form.fill("seen", seen).ask()] == [(name,)]
        assert saved(row, name) == between


def test_an_answer_holds_only_for_what_was_shown(site, editor_client, bo):
    area = make_area()
    mine = Form(editor_client, area).fill("name", "Mitt namn")
    Form(bo, area).fill("name", "Bos namn").save()
    (question,) = mine.ask()
    Form(bo, area).fill("name", "Bos nya namn").save()
    (question,) = mine.fill(question.name, "mine").ask()
    assert (question.mine, question.stored) == ("Mitt namn", "Bos nya namn")


def test_two_changes_that_make_no_sense_together_are_told(site, editor_client, bo):
    term = Term.objects.create(term="MAS", expansion="Medicinskt ansvarig", explanation="Ansvarar för vården.")
    mine = Form(editor_client, term).fill("expansion", "")
    Form(bo, term).fill("explanation", "").save()
    response = mine.send()
    assert "Tillsammans med det som någon annan har sparat" in response.content.decode()
    assert saved(term, "expansion") == "Medicinskt ansvarig"


def test_people_that_two_have_added_to_a_network_are_all_in(site, editor_client, bo):
    editors = _editors()
    maja, olle = get_user_model().objects.filter(username__in=["maja", "olle"]).order_by("username")
    mine = Form(editor_client, editors).fill("people", [str(maja.pk)])
    Form(bo, editors).fill("people", [str(olle.pk)]).save()
    mine.save()
    assert set(editors.group.user_set.all()) == {maja, olle}
    mine = Form(editor_client, editors).fill("people", [str(olle.pk)])
    Form(bo, editors).fill("reviewed", "on").save()
    mine.save()
    editors.refresh_from_db()
    assert (set(editors.group.user_set.all()), editors.reviewed) == ({olle}, True)
