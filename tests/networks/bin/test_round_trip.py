"""A deletion through the bin and its restoration leave every row of every table as it was."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from events.models import EventPage
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.models import BinnedItem, NetworkRelation
from networks.models.choices import RelationKind
from tests.built_once import built_once, copy_of_built
from tests.examples import examples
from tests.factories import make_editor, make_event, make_network, publish
from tests.translating import first_pages_in_english, translate

from .tables import differences, everything

pytestmark = pytest.mark.django_db


def entangled(site):
    """Two networks that refer to each other, a sub-group, a joint event, a draft, a restriction and translations."""
    first_pages_in_english(site)
    one, two = make_network("Trädgård"), make_network("Park", successor=None)
    make_editor(one)
    below = make_network("Trädgård ute", parent=one)
    NetworkRelation.objects.create(page=two, target=one, kind=RelationKind.REPORTS_TO)
    two = publish(two)
    joint = make_event(two, "2030-03-07", title="Gemensamt", co_owners=[one])
    event = make_event(one, "2030-02-07", "2020-02-07", title="Möten")
    event.title = "Möten i utkast"
    event.save_revision()
    make_event(below, "2031-02-07", title="Ute", live=False)
    translate(one, {"Trädgård": "Gardens"})
    translate(event, {"Möten": "Meetings"})
    PageViewRestriction.objects.create(page=below, restriction_type=PageViewRestriction.LOGIN)
    return {"network": one, "event": event, "joint": joint, "below": below, "other": two}


built = built_once(entangled)
content = copy_of_built()


def gone_and_back(page, user):
    before, pages = everything(), shown()
    item = put_page_in_bin(Page.objects.get(pk=page.pk).specific, user)
    restore(item, user)
    found = differences(before, everything())
    assert found == {}, "\n".join(f"{label}\n -{gone}\n +{new}" for label, (gone, new) in found.items())
    assert shown() == pages
    assert not BinnedItem.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def shown():
    return sorted(Page.objects.live().values_list("pk", "url_path"))


@pytest.mark.parametrize("name", ["network", "event", "joint", "below", "other"])
def test_everything_comes_back_row_by_row(content, name, django_user_model):
    gone_and_back(content[name], django_user_model.objects.get(username="nils"))


def test_a_translation_alone_comes_back_row_by_row(content, django_user_model):
    english = EventPage.objects.get(title="Meetings")
    user = django_user_model.objects.get(username="nils")
    item = put_page_in_bin(english, user)
    assert EventPage.objects.filter(translation_key=english.translation_key).count() == 1
    restore(item, user)
    gone_and_back(english, user)


@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(["event", "joint", "below", "network", "other"]), data=st.data())
def test_things_in_the_bin_come_back_in_any_order(content, django_user_model, order, data):
    """As long as what they were in is back before them."""
    user = django_user_model.objects.get(username="nils")
    with transaction.atomic():
        before = everything()
        items = []
        for name in order:
            if page := Page.objects.filter(pk=content[name].pk).first():
                items.append(put_page_in_bin(page.specific, user))
        while items:
            possible = [item for item in items if Page.objects.filter(pk=item.parent_key).exists()]
            item = data.draw(st.sampled_from(possible))
            items.remove(item)
            restore(item, user)
        left = differences(before, everything())
        left.pop("wagtailcore.page", None)  # the order of siblings
        assert left == {}, "\n".join(f"{label}\n -{gone}\n +{new}" for label, (gone, new) in left.items())
        assert Page.find_problems() == ([], [], [], [], [])
        transaction.set_rollback(True)  # the next example begins with the same site
