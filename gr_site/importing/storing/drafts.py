"""Draft pages: finding what stands in them, and saving them as an editor's "Spara utkast" does."""


def latest_draft(page):
    """The page as its editors see it: with what has been saved since it was published, rows included."""
    return page.get_latest_revision_as_object()


def edited_by_person(page):
    """Whether the newest version was saved by someone in the admin; what the command saves has no user."""
    return page.latest_revision is not None and page.latest_revision.user_id is not None


def save_draft(page, *, parent, user=None):
    """Save ``page`` as a draft, below ``parent`` if it is new. A live page stays as visitors see it.

    A new page belongs to ``user``: whoever may only add pages can then go on with it.
    """
    if page.pk is None:
        page.live, page.owner = False, user
        parent.add_child(instance=page)
    elif not page.live:
        page.save()
    page.save_revision(user=user, log_action=True)
    return page
