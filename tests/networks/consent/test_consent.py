"""A tie from one network's page shows on another's when GR or the other's editor has said yes."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from events.models import EventOwner, EventPage
from gr_site.operations import scheduled
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.models import Consent, NetworkEditors, NetworkPage, NetworkRelation
from networks.models.related import related_keys
from networks.rights.groups import editors_of
from tests.factories import make_event, make_network
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture
from tests.translating import first_pages_in_english, submit

from . import shown
from .people import central, editor, publish_as, say

pytestmark = pytest.mark.django_db


@shared_fixture()
def alfa(site):
    return make_network("Alfanätverket")


@shared_fixture()
def beta(alfa):
    return make_network("Betanätverket")


@shared_fixture()
def event(beta, alfa):
    return make_event(alfa, timezone.localdate() + timedelta(days=3), title="Gemensam dag")


def relate(page, other, user, kind="reports_to"):
    page = NetworkPage.objects.get(pk=page.pk)
    page.relations = [NetworkRelation(kind=kind, target=other)] if other else []
    return publish_as(page, user)


def share(event, user, *others):
    event = EventPage.objects.get(pk=event.pk)
    event.co_owners = [EventOwner(network=other) for other in others]
    return publish_as(event, user)


def answers():
    return list(Consent.objects.order_by("pk").values_list("kind", "words", "answer"))


# --- What shows ---


def test_a_relation_of_another_network_shows_on_ones_page_when_one_has_said_yes(alfa, beta):
    relate(alfa, beta, editor(alfa))
    assert (shown.relations(alfa), shown.relations(beta)) == ({("Rapporterar till", "Betanätverket")}, set())
    assert related_keys([beta.pk]) == set()
    say("yes", editor(beta))
    assert shown.relations(beta) == {("Får rapporter från", "Alfanätverket")}
    assert related_keys([beta.pk]) == {alfa.pk}
    say("no", editor(beta))
    assert (shown.relations(alfa), shown.relations(beta)) == ({("Rapporterar till", "Betanätverket")}, set())


def test_anothers_meetings_are_ones_own_when_one_has_said_yes(alfa, beta, event):
    share(event, editor(alfa), beta)
    places = shown.meetings(beta)
    assert places == {place: set() for place in places}
    assert shown.owners_named(event) == ["Alfanätverket"]
    assert shown.meetings(alfa) == {place: {event.translation_key} for place in places}
    say("yes", editor(beta))
    assert shown.meetings(beta) == {place: {event.translation_key} for place in places}
    assert shown.owners_named(event) == ["Alfanätverket", "Betanätverket"]
    say("no", editor(beta))
    assert shown.meetings(beta) == {place: set() for place in places}
    assert shown.owners_named(event) == ["Alfanätverket"]
    assert shown.meetings(alfa) == {place: {event.translation_key} for place in places}


def test_the_list_of_networks_gives_a_next_meeting_to_those_that_agreed(alfa, beta, event, site):
    def with_a_meeting():
        cache.clear()
        groups = Client().get(site.networks.url).context["groups"]
        return [row.title for _, rows in groups for row in rows if row.next_meeting]

    share(event, editor(alfa), beta)
    assert with_a_meeting() == ["Alfanätverket"]
    say("yes", editor(beta))
    assert with_a_meeting() == ["Alfanätverket", "Betanätverket"]


def test_an_answer_changes_the_feeds_concerned_and_no_meetings_identity(alfa, beta, event, site):
    other = make_network("Gammanätverket", area=None)
    make_event(other, "2020-02-07")
    share(event, editor(alfa), beta)
    feeds = {page.title: f"/ics/natverk/{page.translation_key}.ics" for page in (alfa, beta, other)}
    own = f"/ics/handelse/{event.translation_key}.ics"
    before, told = {name: shown.etag(address) for name, address in feeds.items()}, shown.vevents(own)
    for said, names in (("yes", "Alfanätverket och Betanätverket"), ("no", "Alfanätverket")):
        say(said, editor(beta))
        after, now = {name: shown.etag(address) for name, address in feeds.items()}, shown.vevents(own)
        assert [name for name in feeds if before[name] != after[name]] == ["Alfanätverket", "Betanätverket"]
        assert {uid: sequence for uid, (_, sequence) in now.items()} == {
            uid: sequence for uid, (_, sequence) in told.items()
        }
        assert [summary for summary, _ in now.values()] == [f"{names}: Gemensam dag"]
        before = after


# --- Who says yes by publishing ---


@pytest.mark.parametrize(
    ("who", "said"), [("alfa", "waiting"), ("both", "yes"), ("gr", "yes"), ("administrator", "yes"), (None, "yes")]
)
def test_who_publishes_may_say_yes_by_that(alfa, beta, event, who, said, django_user_model):
    user = {
        "alfa": lambda: editor(alfa),
        "both": lambda: editor(alfa, beta),
        "gr": central,
        "administrator": lambda: django_user_model.objects.create_superuser("alva"),
        None: lambda: None,
    }[who]()
    share(event, user, beta)
    relate(alfa, beta, user)
    assert answers() == [("co_owner", "", said), ("relation", "reports_to", said)]


def test_an_editor_of_the_network_above_answers_for_a_sub_group(alfa, event):
    group = make_network("Arbetsgruppen", parent=alfa)
    share(event, editor(alfa), group)
    assert answers() == [("co_owner", "", "yes")]
    below = make_event(group, "2020-02-07", title="Gruppens möten")
    share(below, editor(group), alfa)
    assert Consent.objects.get(page=below.pk).answer == "waiting"


def test_gr_says_yes_by_publishing_anothers_draft_but_leaves_a_no(alfa, beta, event):
    share(event, editor(alfa), beta)
    event = EventPage.objects.get(pk=event.pk)
    publish_as(event, central())
    assert answers() == [("co_owner", "", "yes")]
    say("no", editor(beta) if not Consent.objects.get().answered_centrally else central())
    publish_as(EventPage.objects.get(pk=event.pk), central())
    assert answers() == [("co_owner", "", "no")]


def test_who_scheduled_it_publishes_it(alfa, beta, event):
    for user, said in ((editor(alfa), "waiting"), (central(), "yes")):
        draft = EventPage.objects.get(pk=event.pk)
        draft.co_owners = [EventOwner(network=beta)]
        draft.go_live_at = timezone.now() + timedelta(hours=1)
        revision = draft.save_revision(user=editor(alfa))
        revision.publish(user=user, skip_permission_checks=True)
        assert Consent.objects.filter(answer=said).count() == 0
        revision.refresh_from_db()
        revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        revision.save()
        assert scheduled.publish(revision)
        assert answers() == [("co_owner", "", said)]


def test_what_gr_approves_gr_has_said_yes_to(alfa, beta, event):
    row = NetworkEditors.objects.get(pk=editors_of(alfa).pk)
    row.reviewed = True
    row.save()
    draft = EventPage.objects.get(pk=event.pk)
    draft.co_owners = [EventOwner(network=beta)]
    draft.save_revision(user=editor(alfa))
    draft = EventPage.objects.get(pk=event.pk)
    state = draft.get_workflow().start(draft, editor(alfa))
    assert answers() == []
    state.current_task_state.approve(user=central())
    assert answers() == [("co_owner", "", "yes")]


# --- How long an answer lasts ---


def test_a_tie_that_is_removed_and_made_again_asks_again(alfa, beta, event):
    share(event, editor(alfa), beta)
    say("yes", editor(beta))
    share(event, editor(alfa))
    assert answers() == []
    share(event, editor(alfa), beta)
    assert answers() == [("co_owner", "", "waiting")]


def test_other_words_ask_again_unless_gr_writes_them(alfa, beta):
    relate(alfa, beta, editor(alfa))
    say("yes", editor(beta))
    relate(alfa, beta, editor(alfa), kind="consults")
    assert answers() == [("relation", "consults", "waiting")]
    assert shown.relations(beta) == set()
    relate(alfa, beta, central(), kind="working_group_under")
    assert answers() == [("relation", "working_group_under", "yes")]


def test_other_changes_of_the_page_leave_the_answer(alfa, beta, event):
    share(event, editor(alfa), beta)
    say("yes", editor(beta))
    event = EventPage.objects.get(pk=event.pk)
    event.introduction = "Välkommen."
    publish_as(event, editor(alfa))
    assert answers() == [("co_owner", "", "yes")]


@pytest.mark.parametrize("said", ["yes", "no", "waiting"])
def test_an_answer_comes_back_from_the_bin(alfa, beta, event, said):
    share(event, editor(alfa), beta)
    say(said, editor(beta))
    before = list(Consent.objects.values())
    item = put_page_in_bin(EventPage.objects.get(pk=event.pk), editor(alfa))
    assert answers() == []
    restore(item, editor(alfa))
    assert list(Consent.objects.values()) == before
    item = put_page_in_bin(NetworkPage.objects.get(pk=beta.pk), central())
    restore(item, None)
    assert list(Consent.objects.values()) == before


def test_a_copy_asks_for_itself(alfa, beta, event):
    share(event, editor(alfa), beta)
    say("yes", editor(beta))
    copy = EventPage.objects.get(pk=event.pk).copy(user=editor(alfa), update_attrs={"slug": "kopia"}, keep_live=False)
    publish_as(EventPage.objects.get(pk=copy.pk), editor(alfa))
    assert {consent.page_id: consent.answer for consent in Consent.objects.all()} == {
        event.pk: "yes",
        copy.pk: "waiting",
    }


def test_a_translation_has_its_sources_answers(site, alfa, beta, event):
    first_pages_in_english(site)
    share(event, editor(alfa), beta)
    submit(EventPage.objects.get(pk=event.pk))
    english = EventPage.objects.get(translation_key=event.translation_key, locale=site.en)
    publish_as(english, central())
    assert answers() == [("co_owner", "", "waiting")]
    assert shown.owners_named(english) == ["Alfanätverket"] or shown.owners_named(event) == ["Alfanätverket"]


def test_what_was_stored_before_stays(alfa, beta, event):
    share(event, None, beta)
    relate(alfa, beta, None)
    draft = make_event(alfa, title="Utkast", live=False, co_owners=[beta])
    Consent.objects.all().delete()
    import_module("networks.migrations.0013_relations_agreed").agree(apps, None)
    import_module("events.migrations.0012_co_owners_agreed").agree(apps, None)
    found = Consent.objects.values_list("page", "network", "kind", "words", "answer", "answered_by")
    assert sorted(found) == sorted(
        [
            (alfa.pk, beta.pk, "relation", "reports_to", "yes", None),
            (event.pk, beta.pk, "co_owner", "", "yes", None),
        ]
    )
    publish_as(EventPage.objects.get(pk=draft.pk), editor(alfa))
    assert Consent.objects.get(page=draft.pk).answer == "waiting"


# --- What it costs ---


def test_the_page_of_a_network_asks_no_more_with_many_ties(alfa, beta):
    def visit():
        return queries_of(Client().get, beta.url)

    for number in range(2):
        make_event(alfa, "2020-02-07", title=f"Dag {number}", co_owners=[beta])
    few = visit()
    for number in range(2, 8):
        make_event(alfa, "2020-02-07", title=f"Dag {number}", co_owners=[beta])
    assert visit() == few
