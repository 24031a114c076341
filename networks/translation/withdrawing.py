"""Translations follow their source. Unpublishing or deleting the Swedish page does the same to its translations, and a
page that has only been submitted for translation stays hidden until somebody publishes it."""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import TranslationLog

from .source import is_of_source


@receiver(page_unpublished)
def unpublish_translations(instance, **kwargs):
    """Also called when a page expires."""
    if is_of_source(instance):
        for page in _translations(instance).filter(live=True).specific():
            page.unpublish()


@receiver(post_delete, sender=Page)
def delete_translations(instance, **kwargs):
    """Deleting a page sends this signal for every page below it, so a translation may already be gone."""
    if is_of_source(instance):
        for page in _translations(instance):
            if Page.objects.filter(pk=page.pk).exists():
                page.specific.delete()


def _translations(source):
    return Page.objects.filter(translation_key=source.translation_key).exclude(locale=source.locale_id)


@receiver(post_save, sender=TranslationLog)
def hide_submitted_alias(instance, created, **kwargs):
    """Hide an alias that wagtail-localize turns into a translation: it does not check whether the alias is live.

    Nobody has published a revision of such a page. It shows the source's words as if they were translated.
    """
    if not created or instance.revision_id is None:
        return
    pk = instance.revision.object_id
    submitted = Page.objects.filter(pk=pk, live=True, locale=instance.locale_id)
    submitted = submitted.filter(Q(live_revision=None) | ~Q(live_revision__object_id=pk))
    submitted.update(live=False, live_revision=None, has_unpublished_changes=True)
