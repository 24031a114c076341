"""What could not be published or withdrawn at its time, told in the admin: on the page and on the dashboard."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from events.attention.concerns import Concern, Row
from networks.moments import moment_in_words

from .setbacks import open_setbacks


def words(setback):
    """What happened and what to do, in a few sentences."""
    named = {
        "since": moment_in_words(setback.since),
        "reason": setback.reason,
        "next": moment_in_words(setback.not_before),
    }
    if setback.revision_id:
        text = _(
            "Sidan skulle ha publicerats %(since)s, men det gick inte. %(reason)s Rätta det och publicera sidan. "
            "Webbplatsen försöker också själv, nästa gång %(next)s."
        )
    else:
        text = _(
            "Sidan skulle ha avpublicerats %(since)s, men det gick inte. %(reason)s Avpublicera sidan själv. "
            "Webbplatsen försöker också igen, nästa gång %(next)s."
        )
    return text % named


def _of_pages(**chosen):
    return open_setbacks().filter(content_type=ContentType.objects.get_for_model(Page), **chosen)


@hooks.register("before_edit_page")
def say_that_it_was_not_published(request, page):
    if request.method == "GET" and page.permissions_for_user(request.user).can_publish():
        for setback in _of_pages(object_id=str(page.pk)):
            messages.warning(request, words(setback))


def _found(user, today):
    """``[(page, setback)]`` of the pages that ``user`` may publish, the oldest setback first."""
    setbacks = _of_pages().order_by("since", "pk")
    pages = Page.objects.specific().in_bulk([int(setback.object_id) for setback in setbacks])
    pairs = [(pages.get(int(setback.object_id)), setback) for setback in setbacks]
    return [(page, setback) for page, setback in pairs if page and page.permissions_for_user(user).can_publish()]


def _row(found):
    page, setback = found
    return Row(
        page.get_admin_display_title(), words(setback), None, reverse("wagtailadmin_pages:edit", args=[page.pk])
    )


@hooks.register("attention_concerns")
def setback_concern():
    return [
        Concern(
            "ej-publicerat",
            gettext_lazy("Kunde inte publiceras i tid"),
            gettext_lazy("Öppna sidan, rätta det som är fel och publicera den."),
            _found,
            _row,
            ("attention_report", "visa=ej-publicerat"),
        )
    ]
