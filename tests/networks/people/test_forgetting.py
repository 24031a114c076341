"""A person who is removed leaves no trace in any table, and everybody else stays."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry

from networks.models import NetworkContact, NetworkMember, NetworkPage
from networks.people.forgetting import forget
from tests.factories import make_network, make_organisation, publish

from .traces import NAME, NAMESAKE, dump, tables_with

pytestmark = pytest.mark.django_db


def test_no_table_has_the_name_afterwards(traces):
    assert len(tables_with("exempelsson")) > 10
    forget(NAME)
    spaced = ((table, row.casefold().replace("&nbsp;", " ").replace(NAMESAKE.casefold(), "")) for table, row in dump())
    assert [(table, row) for table, row in spaced if NAME.casefold() in row] == []
    assert tables_with("asa@example.org") == []


def test_the_rest_is_as_it_was(traces, client):
    network, event, _ = traces
    forget(NAME)
    network = NetworkPage.objects.get(pk=network.pk)
    assert [(seat.name, seat.role, seat.title) for seat in network.members.order_by("sort_order")] == [
        ("", "chair", ""),
        (NAMESAKE, "member", ""),
    ]
    assert network.contacts.count() == 0
    assert network.purpose == f"<p>Leds av [namn borttaget], och {NAMESAKE}.</p>"
    html = client.get(network.url).content.decode()
    assert NAMESAKE in html
    assert "Ordförande" in html
    calendar = client.get(reverse("feeds:event", args=[event.translation_key])).content.decode()
    assert "Föredrag av [namn borttaget]" in calendar.replace("\r\n ", "")
    assert network.get_latest_revision_as_object().members.count() == 2


def test_an_old_version_brings_nobody_back(traces):
    network = traces[0]
    forget(NAME)
    for revision in network.revisions.all():
        page = revision.as_object()
        assert NAME not in [seat.name for seat in page.members.all()]
        assert "Exempelsson " not in json.dumps(revision.content, ensure_ascii=False)


def test_a_preview_tells_all_and_changes_nothing(traces):
    before = list(dump())
    seen = forget(NAME, preview=True)
    assert list(dump()) == before
    done = forget(NAME)
    for report in (seen, done):
        assert [str(member.page) for member in report.members] == ["Miljö", "Miljö"]
        assert len(report.contacts) == 2
        assert sum(report.revisions.values()) >= 3
        assert {place.model._meta.model_name for place in report.places} >= {"networkpage", "occurrence", "comment"}
    assert "moten-med-asa-exempelsson" in done.addresses[0].text
    left = forget(NAME)
    assert left.for_a_human == [address.text for address in left.addresses]
    assert not (left.members or left.contacts or left.revisions or left.places or left.logs)


def test_a_login_is_reported_and_left(site, django_user_model):
    django_user_model.objects.create_user("asa", first_name="Åsa", last_name="Exempelsson")
    assert forget(NAME).logins == ["asa"]
    assert django_user_model.objects.get(username="asa").last_name == "Exempelsson"


def test_an_address_that_others_use_is_a_functions(site):
    network = make_network("Miljö", contact_email="miljo@example.org", purpose="<p>miljo@example.org</p>")
    network.contacts = [NetworkContact(name=NAME, email="miljo@example.org")]
    publish(network)
    forget(NAME)
    assert NetworkPage.objects.get().purpose == "<p>miljo@example.org</p>"


def test_the_command_shows_first_and_removes_when_told(traces, capsys):
    call_command("forget_person", NAME)
    assert "Nothing has been changed" in capsys.readouterr().out
    assert NetworkMember.objects.filter(name=NAME).count() == 2
    call_command("forget_person", NAME, "--remove")
    told = capsys.readouterr().out
    assert "Member: seat of Mölndals stad in Miljö" in told
    assert not NetworkMember.objects.filter(name=NAME).exists()
    call_command("forget_person", NAME)
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith(("Address", "Nothing"))] == []


@pytest.mark.parametrize("name", ["Åsa", " ", "x"])
def test_half_a_name_is_refused(db, name):
    with pytest.raises(CommandError):
        call_command("forget_person", name)


def test_the_admin_shows_first_and_removes_when_told(traces, editor_client):
    address = reverse("forget_person")
    assert "Skriv både förnamn och efternamn" in editor_client.post(address, {"name": "Åsa"}).content.decode()
    html = editor_client.post(address, {"name": NAME, "action": "preview"}).content.decode()
    assert "Leds av" in html
    assert NetworkMember.objects.filter(name=NAME).exists()
    html = editor_client.post(address, {"name": NAME, "action": "remove"}).content.decode()
    assert "Personen är borttagen" in html
    assert NAME not in html
    entry = ModelLogEntry.objects.get(action="networks.forget_person")
    assert entry.data["members"] == 2
    assert "xempelsson" not in f"{entry.data}{entry.label}"


def test_a_row_ends_with_its_date_by_itself(site, client):
    network = make_network("Miljö")
    network.members = [NetworkMember(organisation=make_organisation(), name=NAME, name_basis="consent")]
    network.contacts = [NetworkContact(name="Bo Kontakt", valid_until=date(2020, 1, 1))]
    network = publish(network)
    assert [contact.name for contact in network.current_contacts()] == []
    assert [contact.name for contact in network.current_contacts(date(2020, 1, 1))] == ["Bo Kontakt"]
    assert "Bo Kontakt" not in client.get(network.url).content.decode()
