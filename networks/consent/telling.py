"""Tells an editor who has saved a page what waits for others' yes."""

from operator import itemgetter

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..models import Consent, NetworkPage
from ..models.consent import Answer
from ..translation import is_of_source
from .answering import may_answer_for


def tell_what_waits(request, page):
    """The hooks after a page was made or saved. ``page`` has the rows that were saved, public or not.

    An autosave, which asks for JSON and shows no messages, tells nothing: its messages would pile up for later.
    """
    if not request.accepts("text/html") or not hasattr(page, "ties") or not is_of_source(page):
        return
    ties = page.ties()
    given = {consent.tie: consent.answer for consent in Consent.objects.filter(page=page.pk)} if ties else {}
    left = {tie: given.get(tie) for tie in ties if given.get(tie) != Answer.YES}
    titles = dict(NetworkPage.objects.filter(pk__in={tie.network for tie in left}).values_list("pk", "title"))
    told = {}
    own = may_answer_for(request.user, {tie.network for tie, said in left.items() if said is None})
    for tie, said in sorted(left.items(), key=itemgetter(0)):
        if tie.network in titles and tie.network not in own:
            told.setdefault((titles[tie.network], said))
    for title, said in told:
        messages.info(request, format_html(_words(said), title))


def _words(said):
    return {
        Answer.WAITING: _("Väntar på att {} säger ja. Till dess visas det bara här hos er."),
        Answer.NO: _("{} har sagt nej. Därför visas det bara här hos er."),
        None: _("När du publicerar får {} en fråga. Till dess att svaret är ja visas det bara här hos er."),
    }[said]
