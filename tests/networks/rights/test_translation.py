"""Who may change a page may have it translated: nobody else, and no page below or above it that is not hers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from tests.factories import make_event

from .conftest import set_review, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(two):
    """English home and list are there, as central editors have made them."""
    for page in (two.site.home, two.site.networks):
        Page.objects.get(pk=page.pk).specific.copy_for_translation(two.site.en)
    return two


def submit(client, page, locale, **data):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [locale.pk], **data})


def update(client, page, **data):
    source = TranslationSource.objects.get(object_id=page.translation_key)
    return client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), data)


def english(page):
    return Page.objects.filter(translation_key=page.translation_key, locale__language_code="en")


def test_her_own_network_with_all_below_it(tree, as_editor):
    submit(as_editor, tree.own.page, tree.site.en, include_subtree="on")
    for page in (tree.own.page, tree.own.event, tree.own.draft):
        assert [translated.live for translated in english(page)] == [False]
        target = english(page).get()
        assert as_editor.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).status_code == 200
    response = update(as_editor, tree.own.event)
    assert response.status_code == 302
    assert response["Location"] != reverse("wagtailadmin_home")


@pytest.mark.parametrize("subtree", ["", "on"])
def test_not_anothers(tree, as_editor, subtree):
    for page in (tree.other.page, tree.other.event, tree.site.networks, tree.site.home):
        submit(as_editor, page, tree.site.en, include_subtree=subtree)
    assert not english(tree.other.page).exists()
    assert not english(tree.other.event).exists()


def test_not_the_site_above_her_own(two, as_editor):
    response = submit(as_editor, two.own.event, two.site.en)
    assert "inte översatta än" in response.content.decode()
    assert not english(two.own.event).exists()
    assert not english(two.site.home).exists()


def test_bringing_anothers_up_to_date_is_refused(tree, as_editor):
    translate_object(tree.other.page, [tree.site.en])
    source = TranslationSource.objects.get(object_id=tree.other.page.translation_key)
    before = source.last_updated_at
    for data in ({}, {"publish_translations": "on"}):
        assert update(as_editor, tree.other.page, **data)["Location"] == reverse("wagtailadmin_home")
    source.refresh_from_db()
    assert source.last_updated_at == before
    assert not english(tree.other.page).get().live


def test_under_review_her_translations_are_reviewed_too(tree, as_editor):
    submit(as_editor, tree.own.page, tree.site.en)
    set_review(tree.own, on=True)
    assert update(as_editor, tree.own.page, publish_translations="on")["Location"] == reverse("wagtailadmin_home")
    target = english(tree.own.page).get()
    assert not target.live
    as_editor.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    assert not english(tree.own.page).get().live


def test_registers_are_translated_by_those_who_change_them(tree, as_editor, as_central):
    area = tree.own.page.area
    address = reverse("wagtail_localize:submit_snippet_translation", args=["networks", "area", area.pk])
    as_editor.post(address, {"locales": [tree.site.en.pk]})
    assert not area.has_translation(tree.site.en)
    as_central.post(address, {"locales": [tree.site.en.pk]})
    assert area.has_translation(tree.site.en)


def test_a_central_editor_translates_everything(two, as_central):
    submit(as_central, two.other.event, two.site.en)
    assert english(two.other.event).exists()
    assert Translation.objects.filter(source__object_id=two.other.event.translation_key).exists()


def test_a_locked_event_is_not_translated(tree, as_editor, as_central):
    event = make_event(tree.own.page, title="Låst")
    as_central.post(reverse("wagtailadmin_pages:lock", args=[event.pk]))
    submit(as_editor, event, tree.site.en)
    assert not english(event).exists()


def test_without_rights_there_is_no_translation_at_all(tree, django_user_model):
    client = signed_in(django_user_model.objects.create_user("gast"))
    submit(client, tree.own.event, tree.site.en)
    assert not english(tree.own.event).exists()


@pytest.mark.parametrize("text", ["", 'msgid "Möten"\nmsgstr "Meetings"\n'], ids=["empty", "of no page"])
def test_a_file_that_is_no_translation_of_hers_is_refused_in_words(tree, as_editor, text):
    submit(as_editor, tree.own.page, tree.site.en)
    translation = Translation.objects.get(source__object_id=tree.own.page.translation_key)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = as_editor.post(address, {"file": SimpleUploadedFile("en.po", text.encode())}, follow=True)
    assert "Filen är ingen översättning av den här sidan" in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_she_only_asks_for_writes_nothing_of_anothers(tree, as_editor, method):
    translate_object(tree.other.page, [tree.site.en])
    translation = Translation.objects.get(source__object_id=tree.other.page.translation_key)
    segment = StringSegment.objects.get(source=translation.source, context__path="slug")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=tree.site.en, context=segment.context, data="southern-network"
    )
    before = list(StringTranslation.objects.values())
    getattr(as_editor, method)(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    assert list(StringTranslation.objects.values()) == before
