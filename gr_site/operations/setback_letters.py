"""The letters about what could not be published or withdrawn at its time, to those who may publish it."""

from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry

from networks.models import Letter
from networks.outbox.posting import post

LANGUAGE = "sv"


_FAILED = {
    True: (
        _("Sidan ”%(title)s” kunde inte publiceras i tid"),
        _("Sidan ”%(title)s” skulle publiceras nu, men det gick inte."),
    ),
    False: (
        _("Sidan ”%(title)s” kunde inte avpubliceras i tid"),
        _("Sidan ”%(title)s” skulle avpubliceras nu, men det gick inte."),
    ),
}
_DONE = {
    True: (
        _("Nu är sidan ”%(title)s” publicerad"),
        _("Nu är sidan ”%(title)s” publicerad. Du behöver inte göra något."),
    ),
    False: (
        _("Nu är sidan ”%(title)s” avpublicerad"),
        _("Nu är sidan ”%(title)s” avpublicerad. Du behöver inte göra något."),
    ),
}


def tell_of_failure(matter, reason):
    _tell(matter, _FAILED, reason)


def tell_of_success(matter):
    _tell(matter, _DONE)


def who_may_publish(row):
    """The users who may publish ``row``, without administrators if there is anybody else."""
    if isinstance(row, Page):
        page = row.specific
        users = page_permission_policy.users_with_permission_for_instance("publish", page)
        users = [user for user in users if page.permissions_for_user(user).can_publish()]
    else:
        users = list(policy_registry.get(row).users_with_permission("publish"))
    return [user for user in users if not user.is_superuser] or users


def _tell(matter, words, reason=""):
    with override(LANGUAGE):
        title = matter.revision.object_str if matter.revision else str(matter.row)
        subject, opening = (str(text) % {"title": title} for text in words[bool(matter.revision)])
        context = {"opening": opening, "reason": reason, "address": _address(matter.row)}
        for user in who_may_publish(matter.row):
            if user.email:
                text = render_to_string("gr_site/letters/setback.txt", {**context, "user": user}).strip() + "\n"
                post(Letter(to=user.email, subject=subject, text=text, kind="setback"))


def _address(row):
    name = "wagtailadmin_pages:edit" if isinstance(row, Page) else "wagtailadmin_home"
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(name, args=[row.pk] if isinstance(row, Page) else []))
