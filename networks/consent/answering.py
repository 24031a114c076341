"""Asks for a yes when a page with ties is published, and takes the answers."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Consent, NetworkPage
from ..models.consent import Answer
from ..publication import freshness
from ..publication.whole import publication
from ..rights.access import editable, is_central
from .signals import consent_changed

ANSWERED = "networks.consent"


def answerable(user):
    """The consents that ``user`` may give or refuse: those that networks of hers are asked for, or all of them."""
    if not user.is_active:
        return Consent.objects.none()
    if is_central(user):
        return Consent.objects.all()
    networks = editable(user, NetworkPage.objects.all()).order_by()
    return Consent.objects.filter(network__in=networks.values("pk"))


def may_answer_for(user, keys):
    """Those of the networks (``keys``) whose answers are those of ``user``; None is the site itself, and GR's."""
    if not keys or user is None:
        return keys
    if not user.is_active:
        return set()
    return set(editable(user, NetworkPage.objects.filter(pk__in=keys)).order_by().values_list("pk", flat=True))


def may_change(user, consent):
    """Whether ``user``, who may answer ``consent``, may change the answer that it has. GR's own is GR's to change."""
    return is_central(user) or not consent.answered_centrally


@transaction.atomic
def note_ties(page, publisher):
    """Bring the consents of ``page``, which is being published, in line with its ties.

    ``publisher`` says yes by publishing to what waits for an answer that is hers to give (see ``answerable``); None is
    the site itself, whose ties need no answer.
    """
    stored = {consent.tie: consent for consent in Consent.objects.filter(page=page.pk)}
    ties = page.ties()
    if gone := [consent.pk for tie, consent in stored.items() if tie not in ties]:
        Consent.objects.filter(pk__in=gone).delete()
    new = [_asked(page, tie, publisher) for tie in sorted(ties - stored.keys())]
    waiting = [consent for tie, consent in stored.items() if tie in ties and consent.answer == Answer.WAITING]
    hers = may_answer_for(publisher, {consent.network_id for consent in [*new, *waiting]})
    for consent in [*new, *waiting]:
        if consent.network_id in hers:
            _say(consent, Answer.YES, publisher)
            consent.save()
    Consent.objects.bulk_create(consent for consent in new if consent.pk is None)


def _asked(page, tie, publisher):
    by = publisher if publisher and publisher.is_authenticated else None
    return Consent(kind=tie.kind, page_id=page.pk, network_id=tie.network, words=tie.words, asked_by=by)


def _say(consent, answer, user):
    """Set the answer. Answers can be taken back: then the question waits again."""
    waits = answer == Answer.WAITING
    consent.answer, consent.answered_at = answer, None if waits else timezone.now()
    consent.answered_by = None if waits else user
    consent.answered_centrally = not waits and user is not None and is_central(user)


@publication()
def answer(consent, said, user):
    """Give the answer ``said`` to a consent, and update what shows the tie. Rights are not checked."""
    shown = consent.answer == Answer.YES
    _say(consent, said, user)
    consent.save()
    log(instance=consent.page, action=ANSWERED, user=user, data={"network": consent.network.title, "answer": said})
    if shown != (said == Answer.YES):
        consent_changed.send(Consent, consent=consent)
        freshness.touch([consent.network_id])
