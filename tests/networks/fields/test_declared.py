"""Each field of a network is declared, and is to the site what its declaration says."""

import pytest
from django.apps import apps
from wagtail.models import TranslatableMixin

from networks.fields.declared import NETWORK, Part, indexed_texts, names, source_facts, typed, words
from networks.models import NetworkPage
from networks.publication.freshness import fingerprint
from search.models import Findable
from tests.factories import make_network, publish
from tests.field_values import another_value, own_fields, word
from tests.shared_fixtures import shared_fixture
from tests.translating import first_pages_in_english, translate

TEXTS = names(NETWORK, Part.TEXT)
COLUMNS = [field for field in NETWORK if field.name in {each.name for each in NetworkPage._meta.concrete_fields}]
TRANSLATED = [model for model in apps.get_models() if isinstance(getattr(model, "words", None), tuple)]


def test_each_field_is_declared_once():
    declared = [field.name for field in NETWORK]
    assert sorted(set(declared)) == sorted(declared)
    wrong = sorted(own_fields(NetworkPage) ^ (set(declared) - {"title", "show_in_menus"}))
    assert not wrong, f"{wrong}: declare each field of the model, and no other: docs/add-a-field.md"


@pytest.mark.parametrize("model", TRANSLATED, ids=lambda model: model.__name__)
def test_whoever_translates_knows_what_is_lent_and_what_is_the_sources(model):
    """A field that is neither would be copied once and then say something else in each language."""
    known = {*model.words, *(field.field_name for field in getattr(model, "override_translatable_fields", []))}
    framework = {"id", "page", "locale", "translation_key", "sort_order", "page_ptr"}
    fields = [field for field in model._meta.local_concrete_fields if field.editable and field.name not in framework]
    own = {field.name for field in fields if not issubclass(field.related_model or object, TranslatableMixin)}
    assert own - known - {"slug"} == set()
    assert set(model.words) <= {field.name for field in model._meta.concrete_fields}


def test_what_an_editor_types_is_in_the_form():
    form = NetworkPage.get_edit_handler().get_form_class()
    hidden = set(typed(NETWORK)) - {"show_in_menus", *form.base_fields, *form.formsets}
    assert not hidden, f"{sorted(hidden)}: give each a FieldPanel in networks/editing/tabs.py: docs/add-a-field.md"


def test_the_networks_page_shows_each_text(site, client):
    """A paused network, which is the only kind whose page says why."""
    network = make_network(status="paused", **{name: another_value(NetworkPage, name) for name in TEXTS})
    html = client.get(network.url).content.decode().replace("\u00ad", "")
    hidden = [name for name in TEXTS if word(name) not in html]
    assert not hidden, f"{hidden}: give each a section in networks/templates/networks/network_page.html"


@shared_fixture()
def told(site):
    """A network with a word of its own in each text, and its published translation, which has others."""
    first_pages_in_english(site)
    network = make_network(**{name: another_value(NetworkPage, name) for name in TEXTS})
    english_words = {word(name): word(name, "Yak") for name in TEXTS}
    return network, translate(network, {network.title: "Preschool Network", **english_words})


def test_texts_are_lent_and_found_in_both_languages(told):
    network, _translation = told
    lent = NetworkPage.objects.of_source().in_language("en", texts=True).get(pk=network.pk)
    assert [name for name in words(NETWORK) if "Zebra" in str(getattr(lent, name))] == []
    assert [name for name in TEXTS if word(name, "Yak") not in str(getattr(lent, name))] == []
    rows = {row.language: row.text for row in Findable.objects.filter(subject=network.translation_key, kind="network")}
    assert [name for name in TEXTS if word(name) not in rows["sv"]] == []
    assert [name for name in TEXTS if word(name, "Yak") not in rows["en"]] == []


def test_the_admins_search_reads_the_texts_that_are_indexed():
    read = {field.field_name for field in NetworkPage.get_search_fields()}
    assert read & set(TEXTS) == set(indexed_texts())


@pytest.mark.django_db
@pytest.mark.parametrize("field", COLUMNS, ids=lambda field: field.name)
def test_a_reader_notices_what_is_declared_as_seen(site, field):
    network = make_network()
    before = fingerprint(network)
    setattr(network, field.name, another_value(NetworkPage, field.name))
    assert (fingerprint(network) != before) is field.seen


@pytest.mark.django_db
def test_an_old_version_brings_back_what_editors_type_and_nothing_that_the_site_keeps(site):
    network = make_network()
    old = network.get_latest_revision().as_object()
    for name in names(NETWORK, Part.KEPT, Part.TEXT):
        setattr(network, name, another_value(NetworkPage, name))
    kept = names(NETWORK, Part.KEPT)
    again = network.with_content_json(old.serializable_data())
    assert [getattr(again, name) for name in kept] == [getattr(network, name) for name in kept]
    assert [str(getattr(again, name)) for name in TEXTS] == [""] * len(TEXTS)


@pytest.mark.django_db
@pytest.mark.parametrize("left_out", [{"start_date"}, {"start_year", "start_season"}], ids=["year", "date"])
def test_a_translation_has_the_facts_of_its_source(told, left_out):
    """A network has begun on a date or in a year."""
    network, translation = told
    facts = [field.name for field in COLUMNS if field.name in set(source_facts(NETWORK)) - left_out]
    for name in facts:
        setattr(network, name, another_value(NetworkPage, name))
    publish(network)
    translate(network, {})
    copy = NetworkPage.objects.get(pk=translation.pk)
    network = NetworkPage.objects.get(pk=network.pk)
    assert {name: getattr(copy, name) for name in facts} == {name: getattr(network, name) for name in facts}
