"""Translations follow their source: what is withdrawn in Swedish is withdrawn in every language at once, and what has
only been submitted for translation is not shown before somebody has published it."""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import TranslationLog

from .source import is_of_source


@receiver(page_unpublished)
def unpublish_translations(instance, **kwargs):
    """Expired pages come this way too."""
    if is_of_source(instance):
        for page in _translations(instance).filter(live=True).specific():
            page.unpublish()


@receiver(post_delete, sender=Page)
def delete_translations(instance, **kwargs):
    """Deleting a page deletes all below it, each with this signal; a translation below may be gone already."""
    if is_of_source(instance):
        for page in _translations(instance):
            if Page.objects.filter(pk=page.pk).exists():
                page.specific.delete()


def _translations(source):
    return Page.objects.filter(translation_key=source.translation_key).exclude(locale=source.locale_id)


@receiver(post_save, sender=TranslationLog)
def hide_submitted_alias(instance, created, **kwargs):
    """wagtail-localize makes a page of an alias without asking whether it is live. Nobody has published a revision of
    it: it has the source's words, and the source's revision, under the other language's flag."""
    if not created or instance.revision_id is None:
        return
    pk = instance.revision.object_id
    submitted = Page.objects.filter(pk=pk, live=True, locale=instance.locale_id)
    submitted = submitted.filter(Q(live_revision=None) | ~Q(live_revision__object_id=pk))
    submitted.update(live=False, live_revision=None, has_unpublished_changes=True)
