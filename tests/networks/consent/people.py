"""Who publishes and who answers."""

from django.contrib.auth import get_user_model

from networks.consent.answering import answer
from networks.models import Consent
from networks.rights.central import central_group
from networks.rights.groups import editors_of


def editor(*networks):
    """A made-up editor of the networks."""
    return _user("-".join(network.slug for network in networks), *(editors_of(network).group for network in networks))


def central():
    return _user("gr", central_group())


def publish_as(page, user):
    """Publish what has been changed on ``page`` in memory, as ``user`` does. Gives the stored page."""
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


def say(said, user, **tie):
    """Give the answer to the one consent with the fields ``tie``."""
    answer(Consent.objects.get(**tie), said, user)


def _user(name, *groups):
    user, _ = get_user_model().objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
    user.groups.set(groups)
    return user
