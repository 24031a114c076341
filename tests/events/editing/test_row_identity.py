"""A meeting's identity (its translation key, which is its UID) through the forms that editors really use."""

from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from events.models import EventPage, Occurrence
from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture


@shared_fixture()
def network(site):
    return make_network()


def published_keys(event):
    """``{ISO day: key}`` of the rows that visitors see."""
    rows = Occurrence.objects.public().filter(page=event).order_by("start_date")
    return {row.start_date.isoformat(): row.translation_key for row in rows}


def post_form(client, address, response, *, days=(), change=None, drop=(), action="action-publish"):
    """Send the edit form as a browser would: all that it holds, with new rows, changed dates and dropped rows."""
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form").copy()
    data.update({"body-count": "0", action: "1"})
    total = int(data["occurrences-TOTAL_FORMS"])
    for index in range(total):
        day = data[f"occurrences-{index}-start_date"]
        if day in (change or {}):
            data[f"occurrences-{index}-start_date"] = change[day]
        if day in drop:
            data[f"occurrences-{index}-DELETE"] = "1"
    for index, day in enumerate(days, start=total):
        row = {"id": "", "start_date": day, "timing": "clock", "status": "confirmed", "DELETE": ""}
        data.update({f"occurrences-{index}-{name}": value for name, value in row.items()})
    data["occurrences-TOTAL_FORMS"] = str(total + len(days))
    answer = client.post(address, data)
    assert answer.status_code == 302, errors_of(answer.context["form"])


def errors_of(form):
    return form.errors or form.formsets["occurrences"].errors


def edit(client, event, **changes):
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    post_form(client, address, client.get(address), **changes)


def revert(client, event, revision, **changes):
    address = reverse("wagtailadmin_pages:revisions_revert", args=[event.pk, revision.pk])
    post_form(client, address, client.get(address), **changes)


def create(client, network, *days):
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", network.pk])
    response = client.get(address)
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form").copy()
    data.update({"body-count": "0", "title": "Möten", "slug": "moten", "start_time": "08:30", "action-publish": "1"})
    for index, day in enumerate(days):
        row = {"id": "", "start_date": day, "timing": "clock", "status": "confirmed", "DELETE": ""}
        data.update({f"occurrences-{index}-{name}": value for name, value in row.items()})
    data["occurrences-TOTAL_FORMS"] = str(len(days))
    assert client.post(address, data).status_code == 302
    return EventPage.objects.child_of(network).get()


def test_rows_keep_their_key_through_edits_after_creation(editor_client, network):
    event = create(editor_client, network, "2020-02-07", "2020-04-24")
    keys = published_keys(event)
    edit(editor_client, event)
    assert published_keys(event) == keys
    edit(editor_client, event, change={"2020-02-07": "2020-02-14"})
    assert published_keys(event) == {"2020-02-14": keys["2020-02-07"], "2020-04-24": keys["2020-04-24"]}


def test_row_added_in_a_draft_keeps_its_key_from_then_on(editor_client, network):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event, days=["2020-04-24"], action="action-draft")
    draft = EventPage.objects.get().get_latest_revision_as_object()
    drafted = {str(row.start_date): row.translation_key for row in draft.occurrences.all()}
    edit(editor_client, event)
    assert published_keys(event) == drafted
    edit(editor_client, event)
    edit(editor_client, event, days=["2020-09-11"])
    edit(editor_client, event, change={"2020-04-24": "2020-04-25"})
    keys = published_keys(event)
    assert keys["2020-02-07"] == drafted["2020-02-07"]
    assert keys["2020-04-25"] == drafted["2020-04-24"]
    assert len(set(keys.values())) == 3


def test_dropped_row_is_gone_and_comes_back_as_itself_with_an_old_revision(editor_client, network):
    event = make_event(network, "2020-02-07", "2020-04-24")
    keys, before = published_keys(event), event.latest_revision
    edit(editor_client, event, drop=["2020-02-07"])
    assert published_keys(event) == {"2020-04-24": keys["2020-04-24"]}
    revert(editor_client, event, before)
    assert published_keys(event) == keys


def test_old_revision_of_a_draft_row_brings_the_same_key_back(editor_client, network):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event, days=["2020-04-24"])
    event = EventPage.objects.get()
    keys, before = published_keys(event), event.latest_revision
    edit(editor_client, event, drop=["2020-04-24"])
    edit(editor_client, event)
    revert(editor_client, event, before)
    assert published_keys(event) == keys


def test_row_that_is_added_with_the_event_and_moved_says_from_where(editor_client, network):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event, days=["2020-04-24"])
    edit(editor_client, event, change={"2020-04-24": "2020-04-27"})
    assert str(Occurrence.objects.get(page=event, start_date="2020-04-27").moved_from) == "2020-04-24"


def test_forged_key_of_another_page_makes_a_new_meeting(editor_client, network):
    other = make_event(network, "2020-05-05", title="Andra möten")
    event = make_event(network, "2020-02-07")
    (stolen,) = published_keys(other).values()
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    data = querydict_from_html(editor_client.get(address).content.decode(), form_id="page-edit-form").copy()
    row = {"id": "", "start_date": "2020-03-03", "timing": "clock", "status": "confirmed", "DELETE": "", "uid": stolen}
    data.update({f"occurrences-1-{name}": value for name, value in row.items()})
    data.update({"body-count": "0", "action-publish": "1", "occurrences-TOTAL_FORMS": "2"})
    assert editor_client.post(address, data).status_code == 302
    assert published_keys(other) == {"2020-05-05": stolen}
    assert published_keys(event).keys() == {"2020-02-07", "2020-03-03"}
    assert stolen not in published_keys(event).values()


def test_copy_of_an_event_has_meetings_of_its_own(editor_client, network):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event, days=["2020-04-24"])  # a row without a primary key in the revisions
    event = EventPage.objects.get()
    copy = event.copy(update_attrs={"title": "Kopia", "slug": "kopia"}, keep_live=True)
    keys = published_keys(event)
    edit(editor_client, copy)
    assert published_keys(event) == keys
    assert published_keys(copy).keys() == keys.keys()
    assert not set(published_keys(copy).values()) & set(keys.values())
