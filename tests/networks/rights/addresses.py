"""Every admin address that takes something's key, and how a network's editor would try it on what is not hers.

``REFUSED``: the address's name -> a function of ``things`` (see ``Things``) that gives the lists of arguments to try.
``OPEN``: the address's name -> why anyone in the admin may use it. A new address belongs in one of the two.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Things:
    """What belongs to another network, and what only central editors and administrators touch."""

    pages: list[Any]  # the other network's page, event and draft, and pages of no network
    above: list[Any]  # those of them that one's own network lies below: she passes them on her way
    alias: Any
    own_event: Any
    event: Any
    occurrence: Any
    revision: Any
    translation: Any  # of the other network's event
    string_segment: Any
    image: Any
    document: Any
    collection: Any
    user: Any
    group: Any
    workflow: Any
    task: Any
    task_state: Any
    workflow_state: Any
    redirect: Any
    query: Any
    site: Any
    locale: Any
    rows: dict[str, Any]  # "app_model" -> a row of that register
    editors: Any
    binned: Any
    consent: Any
    editing_session: Any


def each_page(things):
    return [[page.pk] for page in things.pages]


def add_below(things):
    kinds = [("events", "eventpage"), ("networks", "networkpage"), ("gr_site", "standardpage")]
    return [[*kind, page.pk] for page in things.pages for kind in kinds]


def of_event(*more):
    """The other network's event followed by attributes of ``things`` (their keys)."""
    return lambda things: [[things.event.pk, *(value(things, each) for each in more)]]


def value(things, each):
    return getattr(things, each[1:]).pk if isinstance(each, str) and each.startswith("@") else each


def key(name, *more):
    """The key of an attribute of ``things`` followed by fixed arguments."""
    return lambda things: [[getattr(things, name).pk, *(value(things, each) for each in more)]]


def row(name):
    return lambda things: [[things.rows[name].pk]]


def move_in_and_out(things):
    """Another's page to anywhere, and one's own to where it does not belong."""
    pages = [page.pk for page in things.pages]
    return [*([page, things.own_event.pk] for page in pages), *([things.own_event.pk, page] for page in pages)]


REGISTERS = [
    "events_eventcategory",
    "networks_area",
    "networks_organisation",
    "networks_sharedstatement",
    "networks_term",
    "search_synonymgroup",
]

REFUSED = {
    "wagtailadmin_api:pages:detail": lambda things: [[page.pk] for page in things.pages if page not in things.above],
    "wagtailadmin_api:pages:action": lambda things: [
        [things.alias.pk, "convert_alias"],
        *(
            [page.pk, action]
            for page in things.pages
            for action in (
                "copy", "delete", "publish", "unpublish", "move", "copy_for_translation", "create_alias",
                "revert_to_page_revision",
            )
        ),
    ],
    "wagtailadmin_api:documents:detail": key("document"),
    "wagtailadmin_api:images:detail": key("image"),
    "wagtailadmin_explore": lambda things: [[things.pages[0].pk], [things.event.pk]],
    "wagtailadmin_explore_results": lambda things: [[things.pages[0].pk], [things.event.pk]],
    "wagtailadmin_pages:add": add_below,
    "wagtailadmin_pages:preview_on_add": add_below,
    "wagtailadmin_pages:usage": each_page,
    "wagtailadmin_pages:edit": each_page,
    "wagtailadmin_pages:preview_on_edit": each_page,
    "wagtailadmin_pages:view_draft": each_page,
    "wagtailadmin_pages:add_subpage": each_page,
    "?": each_page,  # our own way to the same
    "wagtailadmin_pages:delete": each_page,
    "wagtailadmin_pages:unpublish": each_page,
    "wagtailadmin_pages:convert_alias": each_page,
    "wagtailadmin_pages:move": each_page,
    "wagtailadmin_pages:move_confirm": move_in_and_out,
    "wagtailadmin_pages:set_page_position": each_page,
    "wagtailadmin_pages:copy": each_page,
    "wagtailadmin_pages:workflow_action": of_event("approve", "@task_state"),
    "wagtailadmin_pages:collect_workflow_action_data": of_event("approve", "@task_state"),
    "wagtailadmin_pages:confirm_workflow_cancellation": of_event(),
    "wagtailadmin_pages:workflow_preview": of_event("@task"),
    "wagtailadmin_pages:set_privacy": each_page,
    "wagtailadmin_pages:lock": each_page,
    "wagtailadmin_pages:unlock": each_page,
    "wagtailadmin_pages:revisions_view": of_event("@revision"),
    "wagtailadmin_pages:revisions_revert": of_event("@revision"),
    "wagtailadmin_pages:revisions_unschedule": of_event("@revision"),
    "wagtailadmin_pages:revisions_compare": of_event("earliest", "latest"),
    "wagtailadmin_pages:workflow_history": each_page,
    "wagtailadmin_pages:workflow_history_detail": of_event("@workflow_state"),
    "wagtailadmin_pages:history": each_page,
    "wagtailadmin_pages:history_results": each_page,
    "wagtailadmin_collections:edit": key("collection"),
    "wagtailadmin_collections:delete": key("collection"),
    "wagtailadmin_collections:set_privacy": key("collection"),
    "wagtailadmin_workflows:enable": key("workflow"),
    "wagtailadmin_workflows:disable": key("workflow"),
    "wagtailadmin_workflows:edit": key("workflow"),
    "wagtailadmin_workflows:usage": key("workflow"),
    "wagtailadmin_workflows:usage_results": key("workflow"),
    "wagtailadmin_workflows:remove": lambda things: [[things.pages[0].pk], [things.pages[0].pk, things.workflow.pk]],
    "wagtailadmin_workflows:add_task": lambda things: [["wagtailcore", "groupapprovaltask"]],
    "wagtailadmin_workflows:edit_task": key("task"),
    "wagtailadmin_workflows:disable_task": key("task"),
    "wagtailadmin_workflows:enable_task": key("task"),
    "wagtailadmin_workflows:task_chosen": key("task"),
    "wagtailadmin_editing_sessions:ping": lambda things: [
        ["events", "eventpage", things.event.pk, things.editing_session.pk]
    ],
    "paste_dates": each_page,
    "review_dates": each_page,
    "review_network": each_page,
    "cancel_coming": each_page,
    "dispose": key("binned"),
    "answer_consent": key("consent"),
    "restore_from_bin": key("binned"),
    "plain_language": each_page,
    "user_sign_in": key("user"),
    **{
        name: lambda things: [[things.occurrence.translation_key]]
        for name in ("cancel_meeting", "move_meeting", "change_meeting_place", "confirm_meeting")
    },
    "wagtail_localize:submit_page_translation": each_page,
    "wagtail_localize:submit_snippet_translation": lambda things: [
        [*name.split("_"), things.rows[name].pk] for name in things.rows
    ],
    "wagtail_localize:update_translations": lambda things: [[things.translation.source_id]],
    "wagtail_localize:edit_string_translation": key("translation", "@string_segment"),
    "wagtail_localize:edit_override": key("translation", 1),
    "wagtail_localize:download_pofile": key("translation"),
    "wagtail_localize:upload_pofile": key("translation"),
    "wagtail_localize:machine_translate": key("translation"),
    "wagtail_localize:preview_translation": lambda things: [[things.translation.pk], [things.translation.pk, "x"]],
    "wagtail_localize:stop_translation": key("translation"),
    "wagtail_localize:convert_to_alias": each_page,
    "wagtail_localize:snippets_api_listing": lambda things: [name.split("_") for name in things.rows],
    "wagtail_localize:snippets_api_detail": lambda things: [
        [*name.split("_"), things.rows[name].pk] for name in things.rows
    ],
    "wagtailsearchpromotions:edit": key("query"),
    "wagtailsearchpromotions:delete": key("query"),
    "wagtailredirects:edit": key("redirect"),
    "wagtailredirects:delete": key("redirect"),
    "wagtailsettings:edit": lambda things: [["gr_site", "sitefooter"], ["gr_site", "sitefooter", things.site.pk]],
    "wagtailsettings:preview_on_edit": lambda things: [["gr_site", "sitefooter", things.site.pk]],
    "wagtaildocs:edit": key("document"),
    "wagtaildocs:delete": key("document"),
    "wagtaildocs:edit_multiple": key("document"),
    "wagtaildocs:delete_multiple": key("document"),
    "wagtaildocs:document_usage": key("document"),
    "wagtaildocs_chooser:chosen": key("document"),
    "wagtailimages:edit": key("image"),
    "wagtailimages:delete": key("image"),
    "wagtailimages:url_generator": key("image"),
    "wagtailimages:url_generator_output": key("image"),
    "wagtailimages:preview": key("image", "width-100"),
    "wagtailimages:image_usage": key("image"),
    "wagtailimages:edit_multiple": key("image"),
    "wagtailimages:delete_multiple": key("image"),
    "wagtailimages_chooser:chosen": key("image"),
    "wagtailimages_chooser:select_format": key("image"),
    # Uploads in progress are their uploader's.
    "wagtaildocs:create_multiple_from_uploaded_document": lambda things: [[1]],
    "wagtaildocs:delete_upload_multiple": lambda things: [[1]],
    "wagtailimages:create_multiple_from_uploaded_image": lambda things: [[1]],
    "wagtailimages:delete_upload_multiple": lambda things: [[1]],
    **{
        f"wagtailsnippets_{name}:{view}": row(name)
        for name in REGISTERS
        for view in ("edit", "delete", "usage", "history", "history_results", "copy")
    },
    **{
        f"{space}:{view}": key(thing)
        for space, thing in {
            "wagtaillocales": "locale",
            "wagtailsites": "site",
            "wagtailusers_users": "user",
            "wagtailusers_groups": "group",
            "network_editors": "editors",
        }.items()
        for view in ("edit", "delete", "usage", "history", "history_results", "copy")
        if (space, view) not in {("wagtailusers_groups", "copy"), ("network_editors", "copy")}
    },
}  # fmt: skip

_CHOOSING = "the registers are there to choose from"
OPEN = {
    "wagtailadmin_editing_sessions:release": "ends none but the user's own session",
    "wagtailadmin_pages:revisions_index": "sends on to the history, which is refused",
    "wagtail_bulk_action": "takes its objects from the form: test_bulk_actions.py",
    "wagtailadmin_pages:type_use": "takes a kind of page, and lists what the user may edit",
    "wagtailadmin_pages:type_use_results": "takes a kind of page, and lists what the user may edit",
    "wagtailadmin_pages:choose_parent": "takes a kind of page, and offers parents that the user may add to",
    "wagtailadmin_choose_page_child": "links lead to any network's public page; others' drafts: test_walk.py",
    "wagtailadmin_tag_model_autocomplete": "tags are words",
    "wagtailadmin_password_reset_confirm": "takes a secret that was mailed to the user herself",
    **{f"wagtailsnippetchoosers_{name}:chosen": _CHOOSING for name in REGISTERS},
}


def names_with_keys():
    """The names of all admin addresses that take an argument."""
    return {name for route, name in _walk(get_resolver()) if route.startswith("admin/") and "<" in route}


def _walk(resolver, prefix="", space=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, [space, pattern.namespace]))
            yield from _walk(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            yield route, ":".join(filter(None, [space, pattern.name or "?"]))
