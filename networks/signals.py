"""Receivers for when pages are published and shared texts change."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.signals import page_published

from .models import NetworkPage, SharedStatement
from .publication.freshness import note_publication, note_statement


@receiver(page_published, sender=NetworkPage)
def network_published(instance, **kwargs):
    note_publication(instance)


@receiver(pre_save, sender=SharedStatement)
def statement_changes(instance, **kwargs):
    note_statement(instance)
