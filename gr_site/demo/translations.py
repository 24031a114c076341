"""The demo's English pages: translated from a catalogue of texts and published as an editor would."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import polib
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from events.models import CalendarPage, EventCategory
from gr_site.models import AccessibilityStatementPage, GlossaryPage, HomePage, StandardPage
from networks.models import Area, NetworkIndexPage, NetworkPage, SharedStatement, Term

from ..starting.content import years
from .content import CONTENT

PAGES = ("om-natverken", "om-webbplatsen", "personuppgifter", "kakor")
NETWORKS = (
    "antagningsnamnden", "utbildningschefsnatverket", "forskolenatverket", "barnomsorgsgruppen", "gymnasienatverket",
    "socialchefsnatverket", "mas-natverket", "kollektivtrafiknatverket", "kommunnatverket-for-hallbar-utveckling",
    "kommunikatorsnatverket",
)  # fmt: skip


def load_translations(home: HomePage, today: date) -> int:
    """Publish missing English translations. Returns how many pages and register rows were created.

    A page that is not public, such as those by law that ``start_site`` leaves for an editor to fill in, has none.
    """
    english = Locale.objects.get(language_code="en")
    public = set(Page.objects.live().values_list("pk", flat=True))  # ``home`` may have been read before it was
    things = (thing for thing in _to_translate(home) if not isinstance(thing, Page) or thing.pk in public)
    missing = [thing for thing in things if not thing.has_translation(english)]
    if missing:
        texts = _texts(today)
        for thing in missing:
            _translate(thing, english, texts)
    return len(missing)


def _to_translate(home: HomePage) -> Iterator[Any]:
    """What to translate, in order: what a page refers to before the page, and parents before children."""
    for model in (Area, EventCategory, Term):
        yield from model.objects.filter(locale=home.locale_id)
    yield home
    for model in (NetworkIndexPage, CalendarPage):
        yield from model.objects.child_of(home)
    yield from StandardPage.objects.child_of(home).filter(slug__in=PAGES)
    for model in (AccessibilityStatementPage, GlossaryPage):
        yield from model.objects.child_of(home)
    for slug in NETWORKS:
        for network in NetworkPage.objects.filter(slug=slug, locale=home.locale_id):
            yield network
            yield from network.events.all()
    yield from SharedStatement.objects.filter(locale=home.locale_id)


def _texts(today: date) -> dict[str, str]:
    """``{Swedish text: English text}``, with the texts as the translation view has them."""
    catalogue = polib.pofile(str(CONTENT / "english.po"))
    return {years(entry.msgid, today.year): years(entry.msgstr, today.year) for entry in catalogue}


def _translate(thing: Any, locale: Locale, texts: dict[str, str]) -> None:
    source, _ = TranslationSource.update_or_create_from_instance(thing)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        if text := texts.get(segment.string.data):
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=locale,
                context_id=segment.context_id,
                defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
            )
    # Published here because wagtail-localize would wait for the end of the transaction around the whole load.
    translation.save_target(publish=not isinstance(thing, Page))
    if isinstance(thing, Page):
        thing.get_translation(locale).get_latest_revision().publish()
