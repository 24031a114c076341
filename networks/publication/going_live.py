"""Publishes a draft, which is public at once or, where the draft has a later time, then."""


def publish_draft(revision, user):
    """Publish ``revision`` of a page. Gives None if it is public now, else the time (aware) when it will be.

    Wagtail schedules a draft whose ``go_live_at`` lies ahead. A copy of a scheduled page has that time, too, so verbs
    other than the form's own button meet it without their user having seen it.
    """
    revision.publish(user=user)
    return revision.approved_go_live_at
