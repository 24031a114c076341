"""Says which role may do what with which kind of page or row, and change which of its fields. Pure.

The forms, the permissions of pages and every way to save or publish follow this table, and the tests try each line of
it. A field that a model or a form gets and that has no line here fails the tests.

The table narrows what Wagtail's permissions allow, and gives nothing by itself. Whom an administrator has by hand let
into a kind of page or row that her role has no right to change is held by those permissions alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Role(Enum):
    ADMINISTRATOR = auto()
    CENTRAL = auto()  # GR's own editors, who may do everything with all content
    EDITOR = auto()  # a network's editor, on her network's pages and those below


class Action(Enum):
    ADD_EVENT = auto()  # an event below the page
    ADD_NETWORK = auto()  # a network or sub-group below the page
    CHANGE = auto()
    PUBLISH = auto()  # not an editor whose network is reviewed
    PUBLISH_AGAIN = auto()  # what was public and has been withdrawn
    UNPUBLISH = auto()
    UNSCHEDULE = auto()
    DELETE = auto()
    MOVE = auto()
    COPY = auto()
    RESTRICT = auto()  # who may see the page
    LOCK = auto()
    TRANSLATE = auto()


Roles = frozenset[Role]
EVERY: Final[Roles] = frozenset(Role)
GR: Final[Roles] = frozenset({Role.ADMINISTRATOR, Role.CENTRAL})
ADMINISTRATORS: Final[Roles] = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Kind:
    """A model. ``fields``: those of its form, and its lists of rows by the name of the list: a row goes as a whole."""

    actions: Mapping[Action, Roles]
    fields: Mapping[str, Roles]


def fields(**names: tuple[Roles, str]) -> dict[str, Roles]:
    """``{field: roles}`` of groups of names, each ``(roles, "name name")``. The groups' own names are for readers."""
    return {name: roles for roles, group in names.values() for name in group.split()}


def kind(roles: Roles, names: str) -> Kind:
    """A kind that the same roles may do everything with."""
    return Kind(dict.fromkeys(Action, roles), dict.fromkeys(names.split(), roles))


def file(names: str) -> Kind:
    """A kind of file: hers in her network's collections. ``collection`` and MOVE mean to another of them."""
    hers = (Action.CHANGE, Action.DELETE, Action.MOVE)
    return Kind(dict.fromkeys(Action, GR) | dict.fromkeys(hers, EVERY), dict.fromkeys(names.split(), EVERY))


_FOR_SEARCH = "seo_title search_description"
_SCHEDULE = "go_live_at expire_at"
_FORM = "seen comments comment_notifications"  # what the form itself needs, and words between editors
_FILE = "title file tags collection"
_PAGE = f"title slug show_in_menus {_FOR_SEARCH} {_SCHEDULE} {_FORM}"

KINDS: Final[Mapping[str, Kind]] = {
    "networks.NetworkPage": Kind(
        actions={
            **dict.fromkeys(Action, GR),
            Action.ADD_EVENT: EVERY,
            Action.CHANGE: EVERY,
            Action.PUBLISH: EVERY,
            Action.LOCK: EVERY,
            Action.TRANSLATE: EVERY,
        },
        fields=fields(
            texts=(EVERY, "title introduction purpose vision mandate body schedule_note easy_read sign_language"),
            people=(EVERY, "members contacts contact_email responsible_authority keeper"),
            facts=(EVERY, "documents statements earlier_names relations start_date start_year start_season"),
            care=(EVERY, f"publishes_minutes {_FOR_SEARCH} {_FORM}"),
            place=(GR, "kind area second_area"),
            status=(GR, "status status_since status_reason successor"),
            address=(GR, "slug show_in_menus"),
            # A later date of publishing hides a page too, if no version of it has been published yet.
            schedule=(GR, _SCHEDULE),
        ),
    ),
    "events.EventPage": kind(
        EVERY,
        f"{_PAGE} introduction start_time end_time place format online_link category contact_email body co_owners "
        "occurrences series_start recurrence handed_out series_shown series_skip series_same series_follow",
    ),
    "networks.NetworkIndexPage": kind(GR, f"{_PAGE} introduction"),
    "events.CalendarPage": kind(GR, f"{_PAGE} introduction"),
    "gr_site.HomePage": kind(GR, f"{_PAGE} introduction body footer_text easy_read sign_language"),
    "gr_site.StandardPage": kind(GR, f"{_PAGE} introduction body easy_read sign_language"),
    "gr_site.GlossaryPage": kind(GR, f"{_PAGE} introduction"),
    "gr_site.AccessibilityStatementPage": kind(
        GR,
        f"title slug {_FOR_SEARCH} {_SCHEDULE} {_FORM} actor service_name addresses conformance documents_fixed_by "
        "assessed_on method assessor method_description email phone answer_days work shortcomings",
    ),
    "networks.Area": kind(GR, "name slug colour description sort_order"),
    "networks.Organisation": kind(GR, "name kind"),
    "networks.SharedStatement": kind(GR, "title owner text"),
    "networks.Term": kind(GR, "term expansion explanation also"),
    "networks.NetworkEditors": kind(GR, "reviewed people"),
    "events.EventCategory": kind(GR, "name slug"),
    "search.SynonymGroup": kind(GR, "words english broader see_also"),
    "wagtaildocs.Document": file(f"{_FILE} accessible shortcomings"),
    "wagtailimages.Image": file(
        f"{_FILE} description focal_point_x focal_point_y focal_point_width focal_point_height"
    ),
    "gr_site.SiteFooter": kind(GR, "address email phone linkedin facebook youtube newsletter"),
}


def may(role: Role, action: Action, label: str) -> bool:
    """Whether the table lets ``role`` do that with the kind ``label`` (``app.Model``); it does with one it lacks."""
    found = KINDS.get(label)
    return found is None or role in found.actions[action]


def held(role: Role, label: str) -> frozenset[str]:
    """The fields of the kind ``label`` (``app.Model``) that ``role`` may not change though she may change the rest."""
    found = KINDS.get(label)
    if found is None or role not in found.actions[Action.CHANGE]:
        return frozenset()
    return frozenset(name for name, roles in found.fields.items() if role not in roles)
