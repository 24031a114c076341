"""An old statement among what needs an editor: told to GR's central editors, and to nobody else."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse

from events.attention.concerns import concerns_of, found_for
from networks.rights.groups import editors_of
from tests.factories import make_network

from .conftest import FIELDS

pytestmark = pytest.mark.django_db
HEADING = "Tillgänglighetsredogörelsen behöver ses över"


def login(django_user_model, group):
    user = django_user_model.objects.create_user("alva", "alva@example.org", "hemligt")
    user.groups.add(group)
    return user


@pytest.fixture
def central(statement, django_user_model):
    make_network()  # the groups come with the first
    return login(django_user_model, Group.objects.get(name="GR:s redaktion"))


def rows(user, today):
    (found,) = found_for(user, today, "redogorelse")
    assert found.count == len(found.rows)
    return found.rows


def test_each_thing_that_is_old_is_a_row_that_leads_to_the_form(statement, central):
    statement.shortcomings.filter(criterion="2.1.1").update(fixed_by=date(2026, 6, 30))
    assert rows(central, FIELDS["assessed_on"]) == []
    old, broken = rows(central, date(2026, 11, 27))
    assert [row.title for row in (old, broken)] == ["Tillgänglighetsredogörelse"] * 2
    assert old.about.startswith("Granskningen är mer än ett år gammal.")
    assert broken.about.startswith("En dag då något skulle vara åtgärdat har passerat.")
    assert old.url == reverse("wagtailadmin_pages:edit", args=[statement.pk])


def test_a_statement_that_is_not_public_worries_nobody(statement, central):
    statement.unpublish()
    assert rows(central, date(2026, 11, 27)) == []


@time_machine.travel("2026-11-27T10:00:00+01:00", tick=False)
def test_the_dashboard_and_the_report_tell_a_central_editor(central, client):
    client.force_login(central)
    for address in (reverse("wagtailadmin_home"), reverse("attention_report") + "?visa=redogorelse"):
        assert HEADING in client.get(address).content.decode(), address


@time_machine.travel("2026-11-27T10:00:00+01:00", tick=False)
def test_a_networks_editor_is_neither_told_nor_asked(statement, client, django_user_model):
    user = login(django_user_model, editors_of(make_network()).group)
    client.force_login(user)
    assert "redogorelse" not in [concern.key for concern in concerns_of(user)]
    for address in (reverse("wagtailadmin_home"), reverse("attention_report"), "?visa=redogorelse"):
        full = address if address.startswith("/") else reverse("attention_report") + address
        assert HEADING not in client.get(full).content.decode(), full
