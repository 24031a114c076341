"""A made-up person who is named everywhere that a name may come to stand, and where her name is found."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry
from wagtail_localize.operations import translate_object

from events.models import PublicChange
from networks.models import NetworkContact, NetworkMember, SharedStatement
from networks.rights.central import review_workflow
from tests.factories import make_event, make_meeting, make_network, make_organisation, publish

NAME = "Åsa Exempelsson"
NAMESAKE = "Åsa Exempelssonius"
_ESCAPE = re.compile(r"\\+u([0-9a-f]{4})")


@pytest.fixture
def traces(site, admin_user):
    """A site that names the person everywhere that a name may come to stand."""
    organisation = make_organisation()
    statement = SharedStatement.objects.create(title="Vision", text=f"<p>Skriven av {NAME}.</p>", locale=site.sv)
    network = make_network("Miljö", purpose=f"<p>Leds av {NAME}, och {NAMESAKE}.</p>")
    network.members = [
        NetworkMember(
            organisation=organisation, name=NAME, name_basis="consent", title="rektor", role="chair", sort_order=0
        ),
        NetworkMember(organisation=organisation, name=NAMESAKE, name_basis="consent", sort_order=1),
    ]
    network.contacts = [NetworkContact(name="åsa exempelsson", email="asa@example.org")]
    network.body = [("paragraph", f"<p>Fråga {NAME.replace(' ', '&nbsp;')} eller asa@example.org.</p>")]
    network = publish(network)
    rows = [make_meeting(timezone.localdate() + timedelta(days=9), theme=f"Föredrag av {NAME}", note=f"Ring {NAME}")]
    event = make_event(network, *rows, title=f"Möten med {NAME}")
    translate_object(network, [site.en])
    translate_object(event, [site.en])
    state = review_workflow().start(event, admin_user)
    state.current_task_state.approve(user=admin_user, comment=f"Frågat {NAME}")
    Comment.objects.create(page=network, user=admin_user, text=f"Stämmer det, {NAME}?", contentpath="purpose")
    PageLogEntry.objects.log_action(network, "wagtail.edit", data={"note": NAME}, user=admin_user)
    PublicChange.objects.bulk_create(
        [PublicChange(changed_at=timezone.now(), group=event.translation_key, kind="note", reason=f"{NAME} är sjuk")]
    )
    return network, event, statement


def dump():
    """All tables as text, JSON unescaped."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - its own tables
            for row in cursor.fetchall():
                yield table, _ESCAPE.sub(lambda match: chr(int(match[1], 16)), " ".join(map(str, row)))


def tables_with(text):
    return sorted({table for table, row in dump() if text.casefold() in row.casefold()})
