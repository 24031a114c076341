"""A copied network has events and meetings of its own."""

from events.models import EventPage, Occurrence
from networks.models import NetworkPage
from tests.factories import make_event, make_network


def test_a_network_copied_with_its_events_has_new_uids_throughout(site):
    network = make_network()
    event = make_event(network, "2027-02-12", "2027-04-02")
    event.occurrences.add(Occurrence(start_date=event.occurrences.first().start_date.replace(month=9)))
    event.save_revision()
    copy = NetworkPage.objects.get(pk=network.pk).copy(
        recursive=True, keep_live=True, update_attrs={"title": "Kopia", "slug": "kopia"}, copy_revisions=True
    )
    copied = EventPage.objects.child_of(copy).get()
    assert copied.network == NetworkPage.objects.get(pk=copy.pk)
    pages = {page.translation_key for page in (network, copy, event, copied)}
    assert len(pages) == 4
    rows = [{row.translation_key for row in page.occurrences.all()} for page in (event, copied)]
    drafts = [EventPage.objects.get(pk=page.pk).get_latest_revision_as_object() for page in (event, copied)]
    rows += [{row.translation_key for row in draft.occurrences.all()} for draft in drafts]
    assert [len(keys) for keys in rows] == [3, 2, 3, 3]
    assert not (rows[0] | rows[2]) & (rows[1] | rows[3])
