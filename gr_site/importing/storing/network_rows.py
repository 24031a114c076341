"""Sets the rows of a network page in memory from what was read: members, contacts, relations, shared texts."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from networks.models import (
    EarlierName,
    NetworkContact,
    NetworkMember,
    NetworkRelation,
    NetworkStatement,
    SharedStatement,
)
from networks.models.choices import Role

from ..old_pages.bodies import body_key
from .register import Organisations, find_network, find_statement, relation_targets
from .rich_text import rich_text

_ROLES = (
    ("vice ordf", Role.VICE_CHAIR),
    ("v ordf", Role.VICE_CHAIR),
    ("v. ordf", Role.VICE_CHAIR),
    ("ordf", Role.CHAIR),
    ("sekr", Role.SECRETARY),
    ("ersättare", Role.SUBSTITUTE),
    ("suppleant", Role.SUBSTITUTE),
    ("adjungera", Role.ADJUNCT),
)


def fill_rows(network, page):
    """Replace all rows of ``network``. Returns the relations to bodies that the site does not have yet."""
    organisations = Organisations()
    network.members = _numbered(seats_of(page, organisations.get))
    network.contacts = _numbered(contact for row in page.contacts if (contact := _contact(row)))
    network.earlier_names = _numbered(EarlierName(name=name[:200]) for name in page.earlier_names)
    network.statements = _numbered(
        NetworkStatement(statement=_statement(statement, network.locale)) for statement in page.statements
    )
    return _fill_relations(network, page)


def _numbered(rows):
    """The rows in the page's order, which PostgreSQL does not keep by itself."""
    numbered = list(rows)
    for number, row in enumerate(numbered):
        row.sort_order = number
    return numbered


def seats_of(page, organisation):
    """The page's members, unsaved. ``organisation`` gives the register's row for a name."""
    seats = [_member(row, organisation(row.organisation)) for row in page.members if row.organisation]
    seated = {row.organisation for row in page.members}
    return seats + [
        NetworkMember(organisation=organisation(name)) for name in page.municipalities if name not in seated
    ]


def _member(row, organisation):
    return NetworkMember(
        organisation=organisation,
        name="" if row.vacant else row.name[:120],
        role=_role(f"{row.role} {row.group}"),
        title=(row.title or _own_role(row.role))[:120],
        party=row.party[:10],
        vacant=row.vacant,
    )


def _role(text):
    return next((role for word, role in _ROLES if word in text.casefold()), Role.MEMBER)


def _own_role(text):
    """The title for a role that the site does not have ("sammankallande")."""
    return text if text and _role(text) == Role.MEMBER and text.casefold() != "ledamot" else ""


def _contact(row):
    if not row.name:
        return None
    return NetworkContact(name=row.name[:120], title=row.title[:120], email=_email(row.email), phone=row.phone[:40])


def _email(text):
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text


def _statement(statement, locale):
    """The shared text with that title, created if there is none. An existing one is never overwritten."""
    return find_statement(statement.heading, locale=locale) or SharedStatement.objects.create(
        locale=locale,
        title=statement.heading[:150],
        text=rich_text(statement.paragraphs),
        owner=find_network(statement.owner, locale=locale),
    )


def _fill_relations(network, page):
    relations, unresolved, seen = [], [], set()
    for relation, target in relation_targets(page, locale=network.locale, leave_out=network.pk):
        if target is None:
            unresolved.append(relation)
        elif (relation.kind, target.pk) not in seen and body_key(target.title) != body_key(network.title):
            seen.add((relation.kind, target.pk))
            relations.append(NetworkRelation(kind=relation.kind, target=target))
    network.relations = _numbered(relations)
    return unresolved
