"""A network's editor is refused at every admin address that takes something of another network, not only in menus."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Site
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from networks.bin.discarding import put_page_in_bin
from networks.models import Consent, SharedStatement, Term
from networks.rights.central import review_workflow
from search.models import SynonymGroup
from tests.factories import make_category, make_event, make_organisation, make_regional_event

from .addresses import OPEN, REFUSED, Things, names_with_keys
from .conftest import signed_in
from .content import content

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def things(built_networks, django_db_blocker):
    with django_db_blocker.unblock():
        yield _make(built_networks)


def _make(two):
    other, site = two.other, two.site
    for page in (other.page, other.event):
        translate_object(page, [site.en])
    translation = Translation.objects.get(source__object_id=other.event.translation_key)
    workflow = review_workflow()
    workflow_state = workflow.start(other.event, two.other_editor)
    statement = SharedStatement.objects.create(title="Vision", text="<p>Text</p>", locale=site.sv)
    regional = make_regional_event("2020-02-08")
    translated = [page.get_translation(site.en) for page in (other.page, other.event)]
    return Things(
        pages=[other.page, other.event, other.draft, *translated, site.home, site.networks, site.calendar, regional],
        above=[site.home, site.networks],
        alias=regional.copy_for_translation(site.en, copy_parents=True, alias=True),
        own_event=two.own.event,
        event=other.event,
        occurrence=other.event.occurrences.get(),
        revision=other.event.latest_revision,
        translation=translation,
        string_segment=StringSegment.objects.filter(source=translation.source).first(),
        image=other.image,
        document=other.document,
        collection=other.editors.collection,
        user=two.central,
        group=Group.objects.get(name="GR:s redaktion"),
        workflow=workflow,
        task=workflow_state.current_task_state.task,
        task_state=workflow_state.current_task_state,
        workflow_state=workflow_state,
        query=Query.get("möte"),
        redirect=Redirect.objects.create(old_path="/gammal"),
        site=Site.objects.get(),
        locale=site.en,
        rows={
            "networks_area": other.page.area,
            "networks_organisation": make_organisation(),
            "networks_sharedstatement": statement,
            "networks_term": Term.objects.create(term="MAS", expansion="medicinskt ansvarig sjuksköterska"),
            "events_eventcategory": make_category(),
            "search_synonymgroup": SynonymGroup.objects.create(words="förskola, dagis"),
        },
        editors=two.other.editors,
        binned=put_page_in_bin(make_event(other.page, title="Borttaget"), two.other_editor),
        consent=Consent.objects.create(kind="co_owner", page=regional.page_ptr, network=other.page),
        editing_session=_session(two.other_editor, other.event),
    )


def _session(user, event):
    return EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(event),
        object_id=event.pk,
        last_seen_at=timezone.now(),
    )


def test_every_address_that_takes_a_key_is_known():
    """One that fails here is new: say in addresses.py what must be refused there, or why nothing must."""
    known = {*REFUSED, *OPEN}
    assert sorted(names_with_keys() - known) == []
    assert sorted(known - names_with_keys()) == []


@pytest.mark.parametrize("name", REFUSED)
def test_an_editor_is_refused_what_is_not_hers(name, two, things):
    client = signed_in(two.editor)
    before = content()
    let_in = {}
    for arguments in REFUSED[name](things):
        address = address_of(name, arguments)
        for method in ("get", "post"):
            response = getattr(client, method)(address, data_for(method, things))
            if not is_refusal(response, two.own.page):
                let_in[method, address] = response.status_code, response.get("Location")
    assert let_in == {}
    assert content() == before


def address_of(name, arguments):
    if name == "?":
        return f"/admin/pages/{arguments[0]}/add_subpage/"
    return reverse(name, args=arguments)


def data_for(method, things):
    """What the admin's API needs to do what it is asked for; other views take it for an empty form."""
    if method == "get":
        return {}
    page = things.own_event.get_parent().pk
    data = {"destination_page_id": page, "position": "last-child", "revision_id": things.event.latest_revision_id}
    return data | {"locale": "en", "recursive": "false"}


def is_refusal(response, own):
    """Forbidden, unknown, a method that there is not, the way home with a message, or the way to her own network."""
    if response.status_code == 302:
        ways = [reverse("wagtailadmin_home"), reverse("wagtailadmin_explore", args=[own.pk])]
        return response["Location"] in ways
    return response.status_code in {403, 404, 405}
