"""Log-ins that may be the person's. They are listed and not changed: somebody may need them to log in."""

from django.contrib.auth import get_user_model

from .name_text import Name, Taken, take


def logins_of(name: Name) -> list[str]:
    """The user names of log-ins whose full name, e-mail address or user name has ``name``, or may have."""
    users = get_user_model().objects.order_by("pk").iterator(chunk_size=1_000)
    return [user.get_username() for user in users if _names(user, name)]


def _names(user, name):
    taken = Taken(looks=True)
    for text in (user.get_full_name(), user.email, user.get_username()):
        take(text or "", name, taken)
    return bool(taken or taken.near) or name.finder.letters.in_path(user.get_username())
