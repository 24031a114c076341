"""Networks and events have no alias, and those from before go without taking anything of the original along."""

from io import StringIO

import pytest
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasIntegrityError
from wagtail.models import Page

from events.models import CalendarObject, EventPage, Occurrence
from gr_site.models import StandardPage
from networks.copying.aliases import refusal
from networks.copying.old_aliases import migrated
from networks.models import NetworkPage
from tests.factories import add_page, make_event, make_network
from tests.shared_fixtures import shared_fixture


@shared_fixture()
def network(site):
    network = make_network()
    make_event(network, "2020-02-07", "2020-04-24")
    return NetworkPage.objects.get(pk=network.pk)


def copy_form(editor_client, page):
    return editor_client.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).context["form"]


def test_the_form_offers_an_alias_only_of_pages_without_meetings(network, site, editor_client):
    text = add_page(site.home, StandardPage(title="Om oss"))
    pages = [site.home, site.networks, site.calendar, network, network.get_children().get(), text]
    offered = [page.title for page in pages if "alias" in copy_form(editor_client, page).fields]
    # The calendar has no meetings of its own here.
    assert offered == ["Kalender", "Om oss"]


@pytest.mark.parametrize("below", [False, True])
def test_an_old_form_gets_a_refusal_in_words(network, editor_client, below):
    page = network.get_children().get() if below else network
    data = {"new_title": "Två", "new_slug": "tva", "new_parent_page": page.get_parent().pk, "alias": "1"}
    response = editor_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert refusal() in response.content.decode()
    assert Page.objects.filter(slug="tva").count() == 0


def test_code_and_api_refuse_it_too(network, site, editor_client):
    event = network.get_children().get().specific
    pages = Page.objects.count()
    for page, options in [(network, {}), (event, {}), (site.networks, {"recursive": True})]:
        with pytest.raises(CreatePageAliasIntegrityError):
            page.create_alias(parent=site.home, update_slug="tva", **options)
    for page in (network, event):
        answer = editor_client.post(
            reverse("wagtailadmin_api:pages:action", args=[page.pk, "create_alias"]), {"update_slug": "tva"}
        )
        assert answer.status_code == 400
    assert Page.objects.count() == pages


def test_an_untranslated_page_above_a_translated_one_is_still_an_alias(network, site):
    event = network.get_children().get().specific
    event.copy_for_translation(site.en, copy_parents=True)
    stands_in = NetworkPage.objects.get(locale=site.en)
    assert stands_in.alias_of_id == network.pk
    assert migrated_says() == []
    assert NetworkPage.objects.filter(pk=stands_in.pk).exists()


# --- Aliases from before ---


def as_alias(page, slug):
    """``page`` with all below it as an alias, as the form made it."""
    made = page.copy(recursive=True, update_attrs={"slug": slug}, copy_revisions=False)
    originals = [page, *page.get_descendants()]
    for original, alias in zip(originals, [made, *type(page).objects.get(pk=made.pk).get_descendants()], strict=True):
        Page.objects.filter(pk=alias.pk).update(alias_of=original, latest_revision=None)
    return type(page).objects.get(pk=made.pk)


def migrated_says():
    out = StringIO()
    migrated(stdout=out)
    return out.getvalue().splitlines()


def test_old_aliases_go_and_their_addresses_lead_to_the_original(network, client):
    uids = set(Occurrence.objects.values_list("translation_key", flat=True))
    alias = as_alias(network, "igen")
    address, below = alias.url, alias.get_children().get().url
    again = as_alias(network.get_children().get().specific, "moten-igen")
    Page.objects.filter(pk=again.pk).update(alias_of=alias.get_children().get())  # an alias of an alias
    again = Page.objects.get(pk=again.pk)
    said = migrated_says()
    assert len(said) == 3
    assert [line.count("är borttaget") for line in said] == [1, 1, 1]
    assert set(Occurrence.objects.values_list("translation_key", flat=True)) == uids
    assert set(CalendarObject.objects.exclude(component="").values_list("uid", flat=True)) == uids
    assert list(NetworkPage.objects.all()) == [network]
    event = EventPage.objects.get()
    for old, new in [(address, network.url), (below, event.url), (again.url, event.url)]:
        assert client.get(old)["Location"].endswith(new)
    assert migrated_says() == []
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_alias_with_pages_of_its_own_below_becomes_an_ordinary_page(network):
    alias = as_alias(network, "igen")
    own = make_event(alias, "2020-09-11", title="Egna möten")
    said = migrated_says()
    assert [("borttaget" in line, "vanlig sida" in line) for line in said] == [(True, False), (False, True)]
    alias.refresh_from_db()
    assert (alias.alias_of, alias.live) == (None, True)
    assert alias.get_latest_revision_as_object().title == alias.title
    assert set(EventPage.objects.all()) == {EventPage.objects.child_of(network).get(), own}
