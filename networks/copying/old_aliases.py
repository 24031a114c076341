"""Removes the aliases of networks and events that were made before the site refused them. Runs after ``migrate``.

An alias is removed and not turned into a copy: its meetings would stay in the calendar beside the real ones, and
nobody would keep them. No calendar loses a meeting that it could follow, because an alias's meetings got new UIDs at
each publication. The alias's address leads to the original from now on. An alias with ordinary pages below it becomes
an ordinary page, so that they stay. The original is not changed either way.
"""

import sys

from django.apps import apps
from django.db import transaction
from django.db.models import F
from django.db.models.signals import post_migrate
from django.utils.translation import gettext as _
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .aliases import without_alias


@transaction.atomic
def remove_aliases():
    """Remove every alias in its original's language. Gives a line of words for each."""
    aliases = without_alias(Page.objects.filter(alias_of__locale=F("locale"))).order_by("-depth", "path")
    originals = dict(aliases.values_list("pk", "alias_of"))
    return [_remove(pk, _original(pk, originals)) for pk in originals]


def _original(pk, originals):
    while pk in originals:
        pk = originals[pk]
    return Page.objects.get(pk=pk)


def _remove(pk, original):
    alias = Page.objects.get(pk=pk).specific
    words = {"name": alias.title, "address": alias.url or alias.slug, "original": original.url or original.slug}
    if alias.get_children().exists():
        if alias.alias_of_id:
            ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
        return _("Aliaset ”%(name)s” (%(address)s) är nu en vanlig sida, eftersom det har sidor under sig.") % words
    address = alias.get_url_parts()
    alias.delete()
    if address and address[2]:
        Redirect.add_redirect(address[2], original, is_permanent=True)
    return _("Aliaset ”%(name)s” (%(address)s) är borttaget. Adressen leder till originalet (%(original)s).") % words


def migrated(stdout=None, **kwargs):
    for line in remove_aliases():
        (stdout or sys.stdout).write(f"{line}\n")


def connect():
    """Connect the receiver. Called once the apps are loaded."""
    # ``sessions`` is the last app to send the signal, and all tables are there by then.
    post_migrate.connect(migrated, sender=apps.get_app_config("sessions"))
