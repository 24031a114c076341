"""What a reader of a closed page has to pass: a log-in, a group or a password, on the page or above it."""

from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction


def doors(path):
    """The restrictions on the page with the treebeard ``path`` and above it, from the top of the tree downwards."""
    above = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    rows = PageViewRestriction.objects.filter(page__path__in=above).select_related("page")
    return list(rows.order_by("page__path"))


def has_a_key(request):
    """Whether there may be a door that the reader passes: she is logged in, or has given the password of one."""
    doors = (PageViewRestriction, CollectionViewRestriction)
    given = (request.session.get(door.passed_view_restrictions_session_key) for door in doors)
    return request.user.is_authenticated or any(given)


def has_passed(request, path):
    """Whether the reader has passed every door to a closed page. False for a page that has none of its own."""
    closed = doors(path)
    return bool(closed) and all(door.accept_request(request) for door in closed)
