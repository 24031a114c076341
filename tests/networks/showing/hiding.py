"""The ways in which a page is hidden from visitors, and opened again."""

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from gr_site.models import StandardPage
from tests.factories import add_page, publish

PASSWORD = "hemligt ord"


def by_log_in(page):
    return _restrict(page, PageViewRestriction.LOGIN)


def by_password(page):
    return _restrict(page, PageViewRestriction.PASSWORD, password=PASSWORD)


def by_group(page):
    restriction = _restrict(page, PageViewRestriction.GROUPS)
    restriction.groups.set([Group.objects.create(name="De invigda")])
    return restriction


def by_unpublishing(page):
    _fresh(page).unpublish()


def by_moving(page):
    """Below a restricted page; its new address is hidden as its old one is known."""
    closed = add_page(page.get_parent().get_parent(), StandardPage(title="Stängt", slug="stangt"))
    _restrict(closed, PageViewRestriction.LOGIN)
    _fresh(page).move(Page.objects.get(pk=closed.pk), pos="last-child")


def by_deleting(page):
    _fresh(page).delete()


WAYS = [by_log_in, by_password, by_group, by_unpublishing, by_moving, by_deleting]


def open_again(page):
    """Undoes all of the ways but the last two."""
    PageViewRestriction.objects.all().delete()
    publish(_fresh(page))


def withdrawable(home, deep):
    """``(page, page below it)``, the first named "Dold rubrik" at "dolt-namn": below ``home`` or, if ``deep``, below a
    page below it. Under the children of the first page, Wagtail shows a page whatever is above it."""
    parent = add_page(home, StandardPage(title="Mellan")) if deep else home
    above = add_page(parent, StandardPage(title="Dold rubrik", slug="dolt-namn"))
    return above, add_page(above, StandardPage(title="Öppen sida"))


def _restrict(page, kind, **fields):
    return PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind, **fields)


def _fresh(page):
    return type(page).objects.get(pk=page.pk)
