"""What ``networks.pages.references`` needs of Wagtail's reference index."""

import pytest
from django.db.models.signals import post_save
from wagtail import signal_handlers
from wagtail.documents.models import Document
from wagtail.models import ReferenceIndex

from events.models import EventPage, Occurrence
from networks.pages.references import OF_DRAFTS
from tests.factories import make_event, make_meeting, make_network

pytestmark = pytest.mark.django_db


def disabled():
    return getattr(signal_handlers.reference_index_auto_update_disabled, "value", False)


def test_the_flag_says_whether_an_outer_save_has_turned_the_index_off():
    assert not disabled()
    with signal_handlers.disable_reference_index_auto_update():
        assert disabled()
    assert not disabled()


def test_turning_it_off_inside_itself_still_fails():
    """Which is why we ask for the flag first. Where this passes one day, that question can go."""
    off = signal_handlers.disable_reference_index_auto_update
    with pytest.raises(AttributeError), off(), off():
        pass


@pytest.mark.parametrize("model", [EventPage, Occurrence])
def test_wagtail_indexes_at_each_save_by_the_handler_that_we_call(model):
    receivers = [receiver for group in post_save._live_receivers(model) for receiver in group]
    assert signal_handlers.update_reference_index_on_save in receivers


def test_the_handler_indexes_the_page_with_its_rows(site):
    agenda = Document.objects.create(title="dagordning", file="dagordning.pdf")
    event = make_event(make_network(), make_meeting("2027-03-01", agenda=agenda))
    ReferenceIndex.objects.all().delete()
    signal_handlers.update_reference_index_on_save(event)
    assert {found.model_path for found in ReferenceIndex.get_references_to(agenda)} == {"occurrences.item.agenda"}


def test_saving_a_draft_writes_no_other_fields_than_those_that_we_know(site, monkeypatch):
    event = make_event(make_network(), "2027-03-01")
    written = []
    save = EventPage.save
    monkeypatch.setattr(
        EventPage,
        "save",
        lambda page, *args, **options: written.append(options.get("update_fields")) or save(page, *args, **options),
    )
    event.save_revision()
    assert written, "Wagtail no longer saves the page with its draft"
    assert [fields for fields in written if fields is None or not OF_DRAFTS.issuperset(fields)] == []
