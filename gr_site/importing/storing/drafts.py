"""Reads draft pages, and saves them as an editor's "Spara utkast" does."""


def latest_draft(page):
    """The page as its editors see it, including rows and everything saved since it was published."""
    return page.get_latest_revision_as_object()


def edited_by_person(page):
    """Whether someone saved the latest version in the admin. What the command saves has no user."""
    return page.latest_revision is not None and page.latest_revision.user_id is not None


def save_draft(page, *, parent, user=None):
    """Save ``page`` as a draft, below ``parent`` if it is new. Visitors still see a live page unchanged.

    ``user`` owns a new page, so that a user who may only add pages can continue with it.
    """
    if page.pk is None:
        page.live, page.owner = False, user
        parent.add_child(instance=page)
    elif not page.live:
        page.save()
    page.save_revision(user=user, log_action=True)
    return page
