"""Which title of a page the admin shows: the draft's to those who may edit it, a closed page's to its readers too.

Wagtail gives every editor the draft's of every page, though the choosers offer her only what she may read or edit.
"""

from functools import wraps

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import chooser
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from ..restrictions.closed_paths import is_closed_to
from .access import is_central

NAMELESS = _("Opublicerad sida")
CLOSED = _("Stängd sida")


def connect():
    """Called once the apps are loaded."""
    Page.get_admin_display_title = _by_right(Page.get_admin_display_title)
    chooser.render_modal_workflow = _with_title_by_right(chooser.render_modal_workflow)


def _by_right(find):
    @wraps(find)
    def get_admin_display_title(self):
        user = get_active_log_context().user
        if user is None or self.pk is None:
            return find(self)
        closed = not is_central(user) and is_closed_to(user, self)
        if (_is_public(self) and not closed) or _may_read_draft(user, self):
            return find(self)
        if not self.live:
            return str(NAMELESS)
        return str(CLOSED) if closed else self.title

    return get_admin_display_title


def _is_public(page):
    return page.live and page.draft_title in ("", page.title)


def _may_read_draft(user, page):
    return is_central(user) or page.permissions_for_user(user).can_edit()


def _with_title_by_right(render):
    """What is typed as an external link is offered as a link to one of our pages, by the title of its draft."""

    @wraps(render)
    def render_modal_workflow(request, html, js=None, variables=None, json_data=None):
        page = (json_data or {}).get("internal") or (json_data or {}).get("result")
        if isinstance(page, dict) and "adminTitle" in page:
            page["adminTitle"] = Page.objects.get(pk=page["id"]).get_admin_display_title()
            if variables and "page" in variables:
                variables["page"] = page["adminTitle"]
        return render(request, html, js, variables, json_data)

    return render_modal_workflow
