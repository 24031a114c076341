"""Who gets anything at all but a refusal, at every address of the site: its lines, by the address's name.

What each gets there is in ``networks/rights/table.py`` (by kind of page or row), and the registers' lines follow from
it. Whose things an editor reaches behind a line that lets her in, ``test_walk.py`` and ``test_addresses.py`` try.
"""

from enum import IntEnum
from fnmatch import fnmatchcase
from functools import cache

from django.urls import get_resolver
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.snippets.models import get_snippet_models

from networks.rights.table import ADMINISTRATORS, EVERY, GR, KINDS, Action

from .walk import patterns

_ROLES = {EVERY: "EDITOR", GR: "CENTRAL", ADMINISTRATORS: "ADMINISTRATOR"}
# The views of a register for those who may only choose from it.
_TO_CHOOSE = {
    "wagtailsnippets": ("list", "list_results"),
    "wagtailsnippetchoosers": ("choose", "choose_results", "chosen", "chosen_multiple"),
}


class Level(IntEnum):
    """Each may enter where those before it may."""

    VISITOR = 0
    PERSON = 1  # logged in, without any right
    EDITOR = 2
    CENTRAL = 3
    ADMINISTRATOR = 4


LINES = {
    Level.VISITOR: """
        wagtail_serve wagtaildocs_serve media/* share_picture styleguide sitemap robots security web_manifest
        policy_reports feeds:* ics/* atom:* search:* events:occurrence my_networks
        wagtailcore_login wagtailcore_authenticate_with_password wagtaildocs_authenticate_with_password
        account_login account_signup account_inactive account_overview account_email account_email_verification_sent
        account_confirm_email account_reset_password*
        openid_connect_* socialaccount_login_* socialaccount_signup konto/social/*
        wagtailadmin_login wagtailadmin_password_reset* wagtailadmin_sprite *javascript_catalog
        admin/password_reset/confirm/*
        admin/^.[*]/$
    """,
    Level.PERSON: """
        account_logout account_change_password account_set_password account_reauthenticate
        account_request_reauthentication_code account_confirm_reauthentication_code account_confirm_login_code
        mfa_* totp_qr_code usersessions_list end_all_sessions socialaccount_connections
    """,
    Level.ADMINISTRATOR: """
        wagtailadmin_workflows:* wagtaillocales:* wagtailsites:* wagtailusers_users:* wagtailusers_groups:*
        wagtailsearchpromotions:search_terms* user_sign_in access_report* letters_report* refusals
        state_of_site dispose dispose_old disposals
    """,
    Level.CENTRAL: """
        wagtailadmin_collections:* wagtailadmin_reports:locked_pages* wagtailadmin_reports:page_types_usage*
        wagtailredirects:* wagtailsearchpromotions:* import_page missed_queries deleted_synonyms feed_health
        forget_person
        wagtail_localize:translations_report* wagtail_localize:snippets_api_*
        wagtail_localize:submit_snippet_translation
    """,
    Level.EDITOR: """
        wagtailadmin_home wagtailadmin_account wagtailadmin_logout wagtailadmin_dismissibles wagtailadmin_error_test
        wagtailadmin_block_preview wagtailadmin_editing_sessions:* admin/test404/ signed_in getting_started
        wagtailadmin_api:* wagtailadmin_explore* wagtailadmin_pages:* wagtailadmin_choose_page* wagtailadmin_tag_*
        wagtailadmin_reports:workflow* wagtailadmin_reports:site_history* wagtailadmin_reports:aging_pages*
        wagtail_bulk_action wagtaildocs:* wagtaildocs_chooser:* wagtailimages:* wagtailimages_chooser:*
        wagtailembeds:* wagtailsnippets:index
        wagtail_localize:submit_page_translation wagtail_localize:update_translations wagtail_localize:edit_*
        wagtail_localize:*_pofile wagtail_localize:machine_translate wagtail_localize:preview_translation
        wagtail_localize:stop_translation wagtail_localize:convert_to_alias
        choose_* cancel_* paste_dates review_dates review_network move_meeting change_meeting_place confirm_meeting
        confirm_meetings plan_year plan_year_report plain_language translation_progress attention_report
        network_listing* meeting_listing* meeting_month bin restore_from_bin consents answer_consent
    """,
}


@cache
def families():
    """``{pattern: level}`` of all lines, those of the registers and settings too."""
    lines = {pattern: level for level, text in LINES.items() for pattern in text.split()}
    return _of_kinds() | lines


def level_of(name):
    """The level of the line for the address ``name``; None for an address without a line."""
    return next((level for pattern, level in families().items() if fnmatchcase(name, pattern)), None)


def named_routes():
    """``{route: name}`` of all addresses. One that we put before Wagtail's without a name has Wagtail's name."""
    found = {}
    for name, route in patterns(get_resolver()):
        named = name.rpartition(":")[2] != "?"
        if named and found.get(route, route) == route:
            found[route] = name
        found.setdefault(route, route)
    return found


def _of_kinds():
    lines = {}
    for model in get_snippet_models():
        label = f"{model._meta.app_label}_{model._meta.model_name}"
        level = _level(KINDS[model._meta.label].actions[Action.CHANGE])
        for space, views in _TO_CHOOSE.items():
            lines |= {f"{space}_{label}:{view}": Level.EDITOR for view in (views if label in SEEN else ())}
            lines[f"{space}_{label}:*"] = level
    settings = {_level(KINDS[model._meta.label].actions[Action.CHANGE]) for model in settings_registry}
    lines["wagtailsettings:*"] = min(settings)
    lines["network_editors:*"] = _level(KINDS["networks.NetworkEditors"].actions[Action.CHANGE])
    return lines


# The registers that every editor chooses from (``EDITORS`` in ``networks/rights/permissions.py``, and the hooks).
SEEN = {"networks_area", "networks_organisation", "networks_sharedstatement", "events_eventcategory"}


def _level(roles):
    return Level[_ROLES[roles]]
