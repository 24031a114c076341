"""What has been lent the words of a translation is for showing: nothing that saves it writes them over the source."""

import pickle
from copy import copy, deepcopy
from functools import partial

import pytest
from django.conf import settings
from django.db.models import Model
from wagtail.models import Locale, Page
from wagtail.models.i18n import get_translatable_models

from events.models import Occurrence
from networks.models import Area, NetworkMember, NetworkPage
from networks.reading.read_only import WRITES, ReadOnlyError
from networks.translation import lend_words
from tests.factories import make_area, make_organisation, publish
from tests.shared_fixtures import shared_fixture
from tests.site import read_site

from .sources import MAKERS, text_words, translate

pytestmark = pytest.mark.django_db
FIRST_PAGES = ["events.CalendarPage", "gr_site.HomePage", "networks.NetworkIndexPage", "wagtailcore.Page"]
every_model = pytest.mark.parametrize("label", sorted(MAKERS))


@shared_fixture()
def things(site):
    """``{label: one of that model}``, none of them translated."""
    made = {label: make(site) for label, make in MAKERS.items()}
    as_they_are_now = read_site()  # the first pages have got more pages below them
    return made | {label: MAKERS[label](as_they_are_now) for label in FIRST_PAGES}


def ways_to_write(thing):
    """All that writes the texts of ``thing`` over its own row, or into a revision or another row."""
    model, words = type(thing), text_words(type(thing))
    yield thing.save
    yield partial(thing.save, update_fields=words)
    yield partial(model._base_manager.bulk_update, [thing], words)
    yield partial(model._default_manager.bulk_update, [thing], words)
    yield partial(Model.save, thing)
    if isinstance(thing, Page):
        yield thing.save_revision
        yield partial(thing.publish, thing.get_latest_revision())
        yield partial(thing.copy, update_attrs={"slug": "kopia"})
        yield partial(thing.create_alias, update_slug="alias")
    else:
        options = {"update_conflicts": True, "unique_fields": ["id"], "update_fields": words}
        yield partial(model._base_manager.bulk_create, [thing], **options)
    yield partial(thing.copy_for_translation, Locale.objects.get(language_code="en"))


def assert_refuses(thing):
    for write in ways_to_write(thing):
        with pytest.raises(ReadOnlyError):
            write()


def stored(thing):
    return type(thing)._base_manager.filter(pk=thing.pk).values().get()


def test_each_translatable_model_of_the_site_is_tried_here():
    assert sorted(model._meta.label for model in get_translatable_models(include_subclasses=True)) == sorted(MAKERS)


def test_what_is_refused_are_methods_of_django_and_wagtail():
    assert [name for name in WRITES if not callable(getattr(NetworkPage, name, None))] == []


@every_model
def test_lent_words_are_never_saved(label, things):
    thing = things[label]
    translate(thing)
    before = stored(thing)
    lend_words([thing], "en", texts=type(thing) is not Page)
    words = {name: before[name] for name in text_words(type(thing)) if before.get(name)}
    assert {name: getattr(thing, name) for name in words} == {name: f"{word} (en)" for name, word in words.items()}
    for shown in (thing, copy(thing), deepcopy(thing), pickle.loads(pickle.dumps(thing))):  # noqa: S301 - our own
        assert_refuses(shown)
    assert stored(thing) == before


@every_model
def test_what_has_no_translation_refuses_as_well(label, things):
    """Or a mistake would show only once somebody has translated the row."""
    assert_refuses(*lend_words([things[label]], "en"))


@every_model
@pytest.mark.parametrize("language", [None, settings.LANGUAGE_CODE])
def test_an_ordinary_instance_is_saved(label, language, things):
    thing = things[label]
    lend_words([type(thing).objects.get(pk=thing.pk)], "en")
    if language:
        lend_words([thing], language)
    name = text_words(type(thing))[0]
    setattr(thing, name, "Nya ord")
    thing.save()
    thing.save(update_fields=[name])
    type(thing)._base_manager.bulk_update([thing], [name])
    if isinstance(thing, Page) and type(thing) is not Page:
        publish(thing)
    assert stored(thing)[name] == "Nya ord"


def test_what_comes_with_a_row_refuses_too(site):
    translate(MAKERS["events.Occurrence"](site))
    row = Occurrence.objects.select_related("page__network__area").in_language("en").get(locale=site.sv)
    for shown in (row, row.page, row.page.network, row.page.network.area):
        assert_refuses(shown)


def test_a_lent_page_made_specific_refuses(site):
    translate(site.home)
    for name in ("specific", "specific_deferred"):
        [home] = lend_words([Page.objects.get(pk=site.home.pk)], "en")
        assert_refuses(getattr(home, name))


def test_update_or_create_in_a_language_refuses(site):
    area = make_area("Utbildning")
    translate(area)
    with pytest.raises(ReadOnlyError):
        Area.objects.in_language("en").update_or_create(pk=area.pk, defaults={"sort_order": 7})
    assert Area.objects.get(pk=area.pk).sort_order == 0


def test_a_row_that_points_to_what_is_lent_is_saved_without_its_words(site):
    network = MAKERS["networks.NetworkPage"](site)
    translate(network.area)
    lend_words([network.area], "en")
    assert network.area.name == "Utbildning (en)"
    publish(network)
    assert Area.objects.get(pk=network.area_id).name == "Utbildning"


def test_a_seat_as_visitors_see_it_refuses(site):
    """It lacks the name of somebody who is not to be named."""
    network = MAKERS["networks.NetworkPage"](site)
    network.members = [NetworkMember(organisation=make_organisation(), name="Bo Ek", hide_name=True)]
    seat = publish(network).members.get()
    with pytest.raises(ReadOnlyError):
        seat.as_seen().save()
    seat.save()
    assert NetworkMember.objects.get(pk=seat.pk).name == "Bo Ek"
