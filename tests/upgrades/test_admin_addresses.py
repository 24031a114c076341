"""Some admin addresses of ours are there to be found before Wagtail's, with the rights of the page or row in question.

One that Wagtail has renamed would guard nothing, and the view behind it would be open under its new address.
"""

import re

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.urls.resolvers import RegexPattern
from wagtail import hooks
from wagtail.admin import urls as wagtail_admin
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page

from networks.editing.page_views import Pages

OURS = ("gr_site", "search", "events", "networks")
SAMPLES = {"int": "1", "slug": "a", "str": "1", "uuid": "00000000-0000-4000-8000-000000000000"}

SHADOWED = {
    "admin/choose-page/1/": "wagtailadmin_choose_page_child",
    "admin/choose-page/chosen-multiple/": "wagtailadmin_choose_page_chosen_multiple",
    "admin/tag-autocomplete/": "wagtailadmin_tag_autocomplete",
    "admin/tag-autocomplete/a/a/": "wagtailadmin_tag_model_autocomplete",
    "admin/documents/delete/1/": "wagtaildocs:delete",
    "admin/documents/multiple/1/delete/": "wagtaildocs:delete_multiple",
    "admin/images/1/delete/": "wagtailimages:delete",
    "admin/images/multiple/1/delete/": "wagtailimages:delete_multiple",
    "admin/searchpicks/queries/chooser/": "wagtailsearchpromotions:chooser",
    "admin/searchpicks/queries/chooser/results/": "wagtailsearchpromotions:chooserresults",
    "admin/workflows/task_chooser/": "wagtailadmin_workflows:task_chooser",
    "admin/workflows/task_chooser/results/": "wagtailadmin_workflows:task_chooser_results",
    "admin/workflows/task_chooser/create/": "wagtailadmin_workflows:task_chooser_create",
    "admin/login/": "wagtailadmin_login",
    "admin/password_reset/": "wagtailadmin_password_reset",
    "admin/password_reset/complete/": "wagtailadmin_password_reset_complete",
    "admin/password_reset/confirm/1/1/": "wagtailadmin_password_reset_confirm",
    "admin/password_reset/done/": "wagtailadmin_password_reset_done",
    "admin/redirects/import/process/": "wagtailredirects:process_import",
    "admin/localize/jsi18n/": "wagtail_localize:javascript_catalog",
    "admin/localize/reports/translations/": "wagtail_localize:translations_report",
    "admin/localize/reports/translations/results/": "wagtail_localize:translations_report_results",
    "admin/localize/submit/page/1/": "wagtail_localize:submit_page_translation",
    "admin/localize/submit/snippet/a/a/1/": "wagtail_localize:submit_snippet_translation",
    "admin/localize/update/1/": "wagtail_localize:update_translations",
    "admin/localize/translate/1/strings/1/edit/": "wagtail_localize:edit_string_translation",
    "admin/localize/translate/1/overrides/1/edit/": "wagtail_localize:edit_override",
    "admin/localize/translate/1/pofile/upload/": "wagtail_localize:upload_pofile",
    "admin/localize/translate/1/machine_translate/": "wagtail_localize:machine_translate",
    "admin/localize/api/snippets/a/a/": "wagtail_localize:snippets_api_listing",
    "admin/localize/api/snippets/a/a/1/": "wagtail_localize:snippets_api_detail",
    "admin/reports/page-types-usage/": "wagtailadmin_reports:page_types_usage",
    "admin/reports/page-types-usage/results/": "wagtailadmin_reports:page_types_usage_results",
    "admin/settings/a/a/1/": "wagtailsettings:edit",
    "admin/workflows/task_chooser/1/": "wagtailadmin_workflows:task_chosen",
}


def patterns_of_hooks():
    """What our apps register with Wagtail: it stands among Wagtail's own addresses."""
    ours = [hook() for hook in hooks.get_hooks("register_admin_urls") if hook.__module__.startswith(OURS)]
    return [pattern for patterns in ours for pattern in patterns]


def sample(route):
    """An address of the route."""
    return re.sub(r"<(\w+):\w+>", lambda match: SAMPLES[match[1]], route)


def walk(patterns, prefix=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield sample(route)


@pytest.fixture(scope="module")
def theirs():
    """Wagtail's admin without what is ours, and without its answer to addresses that nothing else answers."""
    routes = {r"^.*/$", *(str(pattern.pattern) for pattern in patterns_of_hooks())}
    left = [pattern for pattern in wagtail_admin.urlpatterns if str(pattern.pattern) not in routes]
    return URLResolver(RegexPattern(r"^/?"), [URLResolver(RegexPattern(r"^admin/"), left)])


def our_addresses():
    root = get_resolver().url_patterns
    place = next(place for place, each in enumerate(root) if getattr(each, "urlconf_module", None) is wagtail_admin)
    before = [address for address in walk(root[:place]) if address.startswith("admin/")]
    return [*before, *walk(patterns_of_hooks(), "admin/")]


def test_our_addresses_shadow_those_of_wagtail_that_are_known_and_no_others(theirs):
    """One that is missing here has another address in this version: move ours after it. One that is new hides a view
    of Wagtail's: give ours another address, unless hiding is the purpose."""
    assert {address: name for address in our_addresses() if (name := name_in(theirs, address))} == SHADOWED


def name_in(resolver, address):
    """The name of the view that answers ``address``; None for one that nothing answers."""
    try:
        return resolver.resolve(address).view_name
    except Resolver404:
        return None


@pytest.mark.parametrize("address", SHADOWED)
def test_ours_is_found_first(address):
    assert resolve(f"/{address}").url_name is None, f"Wagtail's view answers {address}, and ours does not"


def test_views_of_pages_are_ours_by_wagtails_own_hook():
    """PageViewSet.on_register() keeps the viewset that was registered last: ours, which comes after Wagtail's."""
    assert type(page_viewset_registry.get_by_type(Page)) is Pages
    assert type(page_viewset_registry.get_by_parent_model(Page)) is Pages
