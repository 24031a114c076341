"""A day in November 2026, and people who plan."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

NOW = "2026-11-23T08:00:00+01:00"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def network_editor(db, client, django_user_model):
    """``network_editor(network, "add", "change")``: a client whose user may do that below the network and no more."""

    def log_in(network, *actions):
        group = Group.objects.create(name=f"Redaktörer {network.pk}")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for action in actions:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
            GroupPagePermission.objects.create(group=group, page=network.page_ptr, permission=permission)
        user = django_user_model.objects.create_user("elin", "elin@example.org", "hemligt")
        user.groups.add(group)
        client.force_login(user)
        return client

    return log_in


def plan_address(*networks, event=None, year=2027):
    query = [f"ar={year}", *(f"natverk={network.pk}" for network in networks)]
    return f"{reverse('plan_year')}?{'&'.join([*query, f'moten={event.pk}'] if event else query)}"


def form_data(response, **changes):
    """What a browser would send of the shown table, with ``changes``; a change to None takes the field out."""
    form = BeautifulSoup(response.content, "html.parser").select_one("form.plan")
    data = {}
    for field in form.select("input[name]"):
        if field.get("type") != "checkbox":
            data.setdefault(field["name"], []).append(field.get("value", ""))
        elif field.has_attr("checked"):
            data.setdefault(field["name"], []).append(field.get("value", "on"))
    data |= changes
    return {name: value for name, value in data.items() if value is not None}
