"""Refuses aliases of pages that hold meetings: a model says so with ``may_be_aliased = False``.

An alias has rows of its own, so each meeting would be twice in the calendar, and Wagtail gives these rows new keys at
each publication of the original. wagtail-localize's aliases in another language stay: they take the place of an
untranslated page, and a translation has no meetings of its own. See tests/upgrades/test_copying.py.
"""

from functools import wraps

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.actions.create_alias import CreatePageAliasAction, CreatePageAliasIntegrityError
from wagtail.models import get_page_models


def connect():
    """Change Wagtail's action, which the admin's view and API and ``Page.create_alias()`` share. Called once."""
    CreatePageAliasAction.check = _refusing(CreatePageAliasAction.check)


def _refusing(check):
    @wraps(check)
    def check_and_refuse(action, *args, **kwargs):
        page = action.page
        pages = page.get_descendants(inclusive=True) if action.recursive else type(page).objects.filter(pk=page.pk)
        if action.update_locale in (None, page.locale) and without_alias(pages).exists():
            raise CreatePageAliasIntegrityError(refusal())
        return check(action, *args, **kwargs)

    return check_and_refuse


def without_alias(pages):
    """Those of ``pages`` (a queryset) that may not have an alias in their own language."""
    models = [model for model in get_page_models() if not getattr(model, "may_be_aliased", True)]
    return pages.filter(content_type__in=ContentType.objects.get_for_models(*models).values())


def refusal():
    return _(
        "Nätverk och möten kan inte ha alias, för då står samma möte två gånger i kalendern. Gör en vanlig kopia. "
        "Håller flera nätverk i mötet lägger du till dem på mötets sida."
    )
