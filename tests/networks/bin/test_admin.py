"""Deleting through the admin, by whichever way, leads to the bin, and who may restore gets it back."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from events.models import EventPage
from networks.models import BinnedItem, NetworkPage
from tests.factories import make_event, make_network
from tests.networks.rights.conftest import fresh, set_review, signed_in

pytestmark = pytest.mark.django_db


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def restore(client, item, **data):
    return client.post(reverse("restore_from_bin", args=[item.pk]), data)


def test_an_editor_deletes_and_restores_her_event(two, as_editor):
    delete(as_editor, two.own.event)
    item = BinnedItem.objects.get()
    assert (item.title, item.place, item.deleted_by) == (
        "Norra nätverkets möten",
        "Nätverk › Norra nätverket",
        two.editor,
    )
    assert not Page.objects.filter(pk=two.own.event.pk).exists()
    assert [each.title for each in as_editor.get(reverse("bin")).context["items"]] == [item.title]
    assert restore(as_editor, item).status_code == 302
    back = EventPage.objects.get(pk=two.own.event.pk)
    assert (back.live, back.url_path, back.network) == (True, two.own.event.url_path, two.own.page)


def test_bulk_deletion_and_the_admin_api_lead_to_the_bin(two, as_editor):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    as_editor.post(f"{address}?id={two.own.event.pk}&id={two.other.event.pk}&next=/admin/")
    address = reverse("wagtailadmin_api:pages:action", args=[two.own.draft.pk, "delete"])
    as_editor.post(address)
    titles = set(BinnedItem.objects.values_list("title", flat=True))
    assert titles == {"Norra nätverkets möten", "Norra nätverkets utkast"}


def test_another_networks_editor_can_neither_see_nor_restore(two, as_editor, as_central):
    delete(as_central, two.other.event)
    delete(as_central, two.own.event)
    theirs = BinnedItem.objects.get(key=two.other.event.pk)
    listed = as_editor.get(reverse("bin")).context["items"]
    assert [each.title for each in listed] == ["Norra nätverkets möten"]
    address = reverse("restore_from_bin", args=[theirs.pk])
    assert [as_editor.get(address).status_code, as_editor.post(address).status_code] == [302, 302]
    assert not Page.objects.filter(pk=two.other.event.pk).exists()
    assert restore(as_editor, BinnedItem.objects.get(key=two.own.event.pk)).status_code == 302
    assert Page.objects.filter(pk=two.own.event.pk).exists()


def test_only_central_editors_restore_a_network(two, as_editor, as_central):
    delete(as_central, two.own.page)
    item = BinnedItem.objects.get()
    restore(as_editor, item)
    assert not NetworkPage.objects.filter(pk=two.own.page.pk).exists()
    restore(as_central, item)
    editors = NetworkPage.objects.get(pk=two.own.page.pk)
    assert signed_in(fresh(two.editor)).get(reverse("wagtailadmin_pages:edit", args=[editors.pk])).status_code == 200


def test_a_reviewed_editor_does_not_publish_by_restoring(two, as_central):
    delete(as_central, two.own.event)
    set_review(two.own, True)
    restore(signed_in(fresh(two.editor)), BinnedItem.objects.get())
    assert not Page.objects.filter(pk=two.own.event.pk).exists()


def test_a_taken_address_asks_for_another(two, as_editor):
    slug = two.own.event.slug
    delete(as_editor, two.own.event)
    newer = make_event(two.own.page, title="Nyare", slug=slug)
    item = BinnedItem.objects.get()
    page = as_editor.get(reverse("restore_from_bin", args=[item.pk])).content.decode()
    assert "Adressen används nu av ”Nyare”" in page
    assert restore(as_editor, item, slug_choice=slug).status_code == 200
    assert restore(as_editor, item, slug_choice=f"{slug}-2").status_code == 302
    assert EventPage.objects.get(pk=two.own.event.pk).url_path == newer.url_path.replace(slug, f"{slug}-2")


def test_when_the_parent_is_gone_another_is_chosen(two, as_central):
    network = make_network("Tillfälligt")
    event = make_event(network, "2030-02-07", title="Kvar")
    delete(as_central, event)
    delete(as_central, network)
    item = BinnedItem.objects.get(title="Kvar")
    page = as_central.get(reverse("restore_from_bin", args=[item.pk])).content.decode()
    assert "Återställ ”Tillfälligt” först" in page
    assert restore(as_central, item).status_code == 200
    assert restore(as_central, item, parent_choice=two.own.page.pk).status_code == 302
    assert EventPage.objects.get(pk=event.pk).network == two.own.page


def test_the_confirm_page_says_what_goes_and_offers_to_unpublish(two, as_editor):
    page = as_editor.get(reverse("wagtailadmin_pages:delete", args=[two.own.event.pk])).content.decode()
    assert reverse("wagtailadmin_pages:unpublish", args=[two.own.event.pk]) in page
    assert "Lägg i papperskorgen" in page
    assert f"Sidan ligger under ”{two.own.page.title}”." in page


def test_pages_that_are_deleted_at_once_are_told_apart_by_the_page_above(two, as_editor):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    page = BeautifulSoup(as_editor.get(f"{address}?id={two.own.event.pk}&next=/admin/").content, "html.parser")
    lines = [" ".join(line.text.split()) for line in page.select("main li, #main li")]
    assert f"{two.own.event.title} ({two.own.page.title})" in lines


def test_programs_delete_for_real(two):
    two.own.draft.delete()
    assert not BinnedItem.objects.exists()


def test_the_confirm_page_counts_meetings_and_cancels_the_coming_ones(two, as_editor):
    event = make_event(two.own.page, "2020-02-07", "2090-02-07", "2090-03-07", title="Serie")
    page = as_editor.get(reverse("wagtailadmin_pages:delete", args=[event.pk]))
    assert page.context["losses"] == ["2 kommande möten", "1 möte som har varit"]
    cancel = page.context["instead"][0]
    as_editor.post(cancel.address, {"reason": "Få anmälda"})
    rows = EventPage.objects.get(pk=event.pk).occurrences.order_by("start_date")
    assert [(row.status, row.reason) for row in rows] == [
        ("confirmed", ""),
        ("cancelled", "Få anmälda"),
        ("cancelled", "Få anmälda"),
    ]
