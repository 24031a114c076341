"""Earlier copies have drafts with other keys than their rows. An upgrade gives both those that are published."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Revision

from events.models import Occurrence
from tests.factories import make_event, make_meeting, make_network, publish

pytestmark = pytest.mark.django_db
keep_keys = import_module("events.migrations.0008_keys_of_copies").keep_keys


def test_publishing_the_draft_of_an_earlier_copy_keeps_its_meetings(site):
    original = make_event(make_network(), "2020-02-07", "2020-04-24")
    copy = original.copy(update_attrs={"slug": "kopia"})
    copy.occurrences.add(make_meeting("2020-09-11"))
    copy.save_revision()
    drafted = _with_other_keys(copy)
    before = [stored(page) for page in (original, copy)]
    untouched = list(original.revisions.values("pk", "content"))
    keep_keys(apps, None)
    assert list(original.revisions.values("pk", "content")) == untouched
    publish(type(copy).objects.get(pk=copy.pk).get_latest_revision_as_object())
    # The meeting that is only in the draft keeps the key that it has there.
    assert [stored(page) for page in (original, copy)] == [before[0], before[1] | {drafted}]


def stored(page):
    return {str(key) for key in Occurrence.objects.filter(page=page).values_list("translation_key", flat=True)}


def _with_other_keys(copy):
    """Leave the copy's revisions as they were left. Gives the key of the row that is only in the draft."""
    latest = copy.latest_revision
    for row, key in zip(latest.content["occurrences"], "abc", strict=True):
        row["translation_key"] = f"{key * 8}-{key * 4}-4{key * 3}-8{key * 3}-{key * 12}"
    Revision.objects.filter(pk=latest.pk).update(content=latest.content)
    [drafted] = [row["translation_key"] for row in latest.content["occurrences"] if row["pk"] is None]
    return drafted
