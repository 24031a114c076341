"""Shared texts on a network's page: shown in full, and their owner named only where visitors may know of it."""

from django.urls import reverse
from wagtail.models import PageViewRestriction

from networks.models import NetworkStatement, SharedStatement
from tests.factories import make_network, publish
from tests.shared_fixtures import shared_fixture


@shared_fixture()
def owner(site):
    return make_network("Utbildningsgruppen")


@shared_fixture()
def network(owner):
    statement = SharedStatement.objects.create(
        title="Gruppens vision", text="<p>Den som lär sig står i centrum.</p>", owner=owner, locale=owner.locale
    )
    page = make_network("Förskolenätverket")
    page.statements = [NetworkStatement(statement=statement)]
    return publish(page)


def test_the_owner_is_named_and_linked(client, network, owner):
    html = client.get(network.url).content.decode()
    assert "Den som lär sig står i centrum." in html
    assert f'<a href="{owner.url}">Utbildningsgruppen</a>' in html


def test_a_restricted_owner_is_not_named(client, network, owner):
    PageViewRestriction.objects.create(page=owner, restriction_type=PageViewRestriction.LOGIN)
    html = client.get(network.url).content.decode()
    assert "Den som lär sig står i centrum." in html
    assert "Utbildningsgruppen" not in html


def test_the_owner_does_not_refer_to_itself(client, network, owner):
    owner.statements = [NetworkStatement(statement=SharedStatement.objects.get())]
    html = client.get(publish(owner).url).content.decode()
    assert "Den som lär sig står i centrum." in html
    assert "Den ägs av" not in html


def test_the_form_says_where_the_text_is_shown_and_in_which_languages_it_is_written(editor_client, network, site):
    statement = SharedStatement.objects.get()
    translation = statement.copy_for_translation(site.en)
    translation.title = "The vision"
    translation.save()
    address = reverse("wagtailsnippets_networks_sharedstatement:edit", args=[statement.pk])
    html = editor_client.get(address).content.decode()
    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[network.pk])}">Förskolenätverket</a>' in html
    assert "The vision (English)" in html
