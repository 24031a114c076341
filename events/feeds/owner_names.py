"""The names of the networks that hold a meeting, as feeds write them in the shown language."""

from networks.models import NetworkPage


def listed_titles(events):
    """``{key: title}`` of the networks that own ``events`` (pages) and that any visitor may see."""
    keys = {pk for page in events for pk in page.owner_ids()}
    owners = NetworkPage.objects.listed().filter(pk__in=keys).only("title", "translation_key", "alias_of")
    return {owner.pk: owner.title for owner in owners.in_language()}


def owner_names(page, titles):
    """The event's own network is public whenever the event is. Another owner may be hidden and is then not named."""
    own = [page.network.title] if page.network else []
    return own + [titles[pk] for pk in page.owner_ids() if pk in titles and pk != page.network_id]
