"""Whatever is tied, published, answered, removed and hidden in any order, visitors see exactly the agreed ties."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from events.models import EventOwner, EventPage
from networks.consent.answering import answer, answerable, may_change
from networks.models import Consent, NetworkPage, NetworkRelation
from networks.models.choices import RelationKind
from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture

from . import shown
from .people import central, editor, publish_as

pytestmark = [pytest.mark.django_db, pytest.mark.long]
NAMES = ("Alfanätverket", "Betanätverket", "Gammanätverket")
KINDS = ("consults", "reports_to")
WHO = ("first", "second", "both", "gr", "site")


@shared_fixture()
def world(site):
    networks = [make_network(name) for name in NAMES]
    day = timezone.localdate() + timedelta(days=3)
    events = [make_event(network, day, title=f"Dag hos {network.title}") for network in networks]
    return [page.pk for page in networks], [page.pk for page in events]


class Ties:
    """The pages by number, and beside them what is expected. A tie is ``(number of page, number of network, kind)``,
    where the kind of a joint meeting is empty; ``answers`` is ``{tie: (answer, whether it is GR's)}``."""

    def __init__(self, world):
        self.networks, self.events = world
        self.made, self.answers, self.hidden = set(), {}, set()

    def network(self, number):
        return NetworkPage.objects.get(pk=self.networks[number])

    def user(self, who):
        numbers = {"first": [0], "second": [1], "both": [1, 2]}.get(who)
        return editor(*map(self.network, numbers)) if numbers else central() if who == "gr" else None

    def answers_for(self, who, number):
        return who in ("gr", "site") or number in {"first": {0}, "second": {1}, "both": {1, 2}}[who]

    def tie(self, number, other, kind):
        if number != other:
            self.made ^= {(number, other, kind)}

    def publish(self, number, joint, who):
        ties = {tie for tie in self.made if tie[0] == number and (not tie[2]) is joint}
        others = [EventOwner(network_id=self.networks[other]) for _, other, _ in ties]
        if joint:
            page = EventPage.objects.get(pk=self.events[number])
            page.co_owners = others
        else:
            page = self.network(number)
            page.relations = [NetworkRelation(kind=kind, target=self.network(other)) for _, other, kind in ties]
        publish_as(page, self.user(who))
        old = {tie: said for tie, said in self.answers.items() if tie[0] == number and (not tie[2]) is joint}
        for tie in old.keys() - ties:
            del self.answers[tie]
        for tie in ties:
            if old.get(tie, ("waiting",))[0] == "waiting":
                yes = self.answers_for(who, tie[1])
                self.answers[tie] = ("yes", who == "gr") if yes else ("waiting", False)

    def answer(self, number, said, who):
        """Try it as the view does."""
        stored = list(Consent.objects.order_by("pk"))
        if not stored or (user := self.user(who)) is None:
            return
        consent = stored[number % len(stored)]
        tie = self.tie_of(consent)
        allowed = self.answers_for(who, tie[1]) and (who == "gr" or not self.answers[tie][1])
        assert allowed == (answerable(user).filter(pk=consent.pk).exists() and may_change(user, consent))
        if allowed:
            answer(consent, said, user)
            self.answers[tie] = said, who == "gr" and said != "waiting"

    def tie_of(self, consent):
        pages = self.networks if consent.words else self.events
        return pages.index(consent.page_id), self.networks.index(consent.network_id), consent.words

    def hide_or_show(self, number):
        if number in self.hidden:
            PageViewRestriction.objects.get(page=self.networks[number]).delete()
        else:
            PageViewRestriction.objects.create(page=self.network(number), restriction_type="login")
        self.hidden ^= {number}

    def check(self):
        stored = {self.tie_of(row): (row.answer, row.answered_centrally) for row in Consent.objects.all()}
        assert stored == self.answers
        agreed = {tie for tie, (said, _) in self.answers.items() if said == "yes"}
        for number in {0, 1, 2} - self.hidden:
            self.check_relations(number, agreed)
            self.check_meetings(number, agreed)

    def check_relations(self, number, agreed):
        public = [tie for tie in self.answers if tie[2] and tie[1] not in self.hidden and tie[0] not in self.hidden]
        own = {(str(RelationKind(kind).label), NAMES[other]) for page, other, kind in public if page == number}
        told = {
            (str(RelationKind(kind).inverse_label), NAMES[page])
            for page, other, kind in agreed.intersection(public)
            if other == number
        }
        assert shown.relations(self.network(number)) == own | told

    def check_meetings(self, number, agreed):
        pages = {page for page, other, kind in agreed if other == number and not kind} | {number}
        keys = EventPage.objects.filter(pk__in=[self.events[page] for page in pages - self.hidden])
        keys = set(keys.values_list("translation_key", flat=True))
        found = shown.meetings(self.network(number))
        assert found == dict.fromkeys(found, keys)


NUMBERS = st.integers(0, 2)
TIES = st.tuples(st.just("tie"), NUMBERS, NUMBERS, st.sampled_from(("", *KINDS)))
PUBLICATIONS = st.tuples(st.just("publish"), NUMBERS, st.booleans(), st.sampled_from(WHO))
ANSWERS = st.tuples(st.just("answer"), NUMBERS, st.sampled_from(("yes", "no", "waiting")), st.sampled_from(WHO))
HIDING = st.tuples(st.just("hide_or_show"), NUMBERS)


@settings(max_examples=9, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(TIES, TIES, PUBLICATIONS, PUBLICATIONS, ANSWERS, ANSWERS, HIDING), max_size=14))
def test_visitors_see_the_agreed_ties_and_no_others(world, steps):
    with transaction.atomic():
        ties = Ties(world)
        # Most ties are of the first network's, so that sequences meet: tied by it, and answered by the second.
        for step in (("tie", 0, 1, ""), ("tie", 0, 1, "consults"), *steps):
            getattr(ties, step[0])(*step[1:])
        ties.publish(0, True, "first")
        ties.check()
        transaction.set_rollback(True)  # the next example begins with the same site
