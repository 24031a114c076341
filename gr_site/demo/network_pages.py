"""The demo's network pages with their rows."""

from typing import Any

from wagtail.models import Page

from networks.models import (
    Area,
    EarlierName,
    NetworkContact,
    NetworkDocument,
    NetworkIndexPage,
    NetworkMember,
    NetworkPage,
    NetworkRelation,
    NetworkStatement,
    Organisation,
    SharedStatement,
)

from ..starting.plain_text import rich_text, stream
from .content import NetworkPlan
from .documents import document
from .seats import People, members


def add_drafts(index: NetworkIndexPage, plans: list[NetworkPlan]) -> list[NetworkPlan]:
    """Create missing pages as drafts without rows. Returns their plans.

    Relations go in every direction, so all pages must exist before the first is published.
    """
    present = set(NetworkPage.objects.filter(locale=index.locale).values_list("slug", flat=True))
    missing = [plan for plan in plans if plan.slug not in present]
    areas = {area.slug: area for area in Area.objects.filter(locale=index.locale)}
    for plan in missing:
        parent = network(plan.parent, index) if plan.parent else index
        Page.objects.get(pk=parent.pk).add_child(instance=_draft(plan, index, areas))
    return missing


def network(slug: str, index: NetworkIndexPage) -> NetworkPage:
    return NetworkPage.objects.get(slug=slug, locale=index.locale)


def _draft(plan: NetworkPlan, index: NetworkIndexPage, areas: dict[str, Area]) -> NetworkPage:
    return NetworkPage(
        title=plan.title,
        slug=plan.slug,
        live=False,
        locale=index.locale,
        area=areas[plan.area],
        second_area=areas[plan.second_area] if plan.second_area else None,
        purpose=rich_text(plan.purpose),
        vision=rich_text(plan.vision),
        mandate=rich_text(plan.mandate),
        body=stream(plan.body),
        publishes_minutes=any(event.minutes for event in plan.events),
        **plan.fields,
    )


def publish(plan: NetworkPlan, index: NetworkIndexPage, names: People) -> None:
    """Add the rows to the draft of ``plan`` and publish it."""
    page = network(plan.slug, index)
    contact = names.next() if plan.contact else ""
    if plan.successor:
        page.successor = network(plan.successor, index)
    if plan.responsible_authority:
        page.responsible_authority = Organisation.objects.get(name=plan.responsible_authority)
    if plan.contact:
        page.contact_email = plan.contact.get("email", "")
        page.contacts.add(NetworkContact(name=contact, **plan.contact))
    page.earlier_names.add(*(EarlierName(**row) for row in plan.earlier_names))
    page.relations.add(*(NetworkRelation(kind=kind, target=network(slug, index)) for kind, slug in plan.relations))
    page.statements.add(*(NetworkStatement(statement=_statement(title, index)) for title in plan.statements))
    page.members.add(*_members(plan, names, contact))
    page.documents.add(*(_document_row(row, page) for row in plan.documents))
    page.save_revision().publish()


def _statement(title: str, index: NetworkIndexPage) -> SharedStatement:
    return SharedStatement.objects.get(title=title, locale=index.locale)


def _members(plan: NetworkPlan, names: People, contact: str) -> list[NetworkMember]:
    organisations = {organisation.name: organisation for organisation in Organisation.objects.all()}
    municipalities = [name for name, organisation in organisations.items() if organisation.kind == "member"]
    rows = members(plan, municipalities, names, contact)
    return [NetworkMember(**row | {"organisation": organisations[row["organisation"]]}) for row in rows]


def _document_row(row: dict[str, Any], page: NetworkPage) -> NetworkDocument:
    fields = {key: value for key, value in row.items() if key not in ("text", "shortcomings")}
    file = document(row["title"], row["text"], page, row.get("shortcomings", "")) if "text" in row else None
    return NetworkDocument(document=file, **fields)
