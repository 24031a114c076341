"""Translations as editors make them: submitted, written string by string, and published."""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from .factories import publish

_FIRST_PAGES = {"home": "Networks of the Gothenburg Region", "networks": "Networks", "calendar": "Calendar"}


def first_pages_in_english(site):
    """``{"home": page, "networks": page, "calendar": page}`` beside the source pages of ``site``, published."""
    return {name: _copy(getattr(site, name), title, name) for name, title in _FIRST_PAGES.items()}


def _copy(page, title, slug):
    copy = page.copy_for_translation(locale("en"))
    copy.title, copy.slug = title, slug
    return publish(copy)


def submit(thing, language="en"):
    """What the button "Översätt" does. Gives the target, a draft where the model has drafts."""
    translate_object(thing, [locale(language)])
    return thing.get_translation(locale(language))


def translate(thing, texts, language="en", *, publish=True):
    """Submit ``thing``, give its strings the ``texts`` (``{Swedish: other}``) and publish. Gives the stored target."""
    return write(thing, texts, language, publish=publish)


def write(thing, texts, language="en", *, publish=True):
    """The same for what may have been submitted already; the source as it is now is what is translated."""
    source, _ = TranslationSource.update_or_create_from_instance(type(thing).objects.get(pk=thing.pk))
    for segment in StringSegment.objects.filter(source=source, string__data__in=texts).select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale(language),
            context_id=segment.context_id,
            defaults={"data": texts[segment.string.data], "translation_type": "manual"},
        )
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale(language))
    translation.save_target(publish=not isinstance(thing, Page))
    target = thing.get_translation(locale(language))
    if publish and isinstance(thing, Page):
        with transaction.atomic():
            target.get_latest_revision().publish()
    return type(thing).objects.get(pk=target.pk)


def locale(language):
    return Locale.objects.get_or_create(language_code=language)[0]
