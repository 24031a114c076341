"""What was found of a person, and what an editor has chosen to do with it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..models import NetworkContact, NetworkMember
from .addresses import Address

# More places in one text or page than anybody reads.
MOST_AROUND = 20


@dataclass(frozen=True)
class Choice:
    """``kept`` are owners (see ``owners.py``) that are about somebody else. ``hers`` are texts that a person has said
    are hers, by owner."""

    kept: frozenset[str] = frozenset()
    hers: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass
class Place:
    """A text that contained the name, for an editor to check: the row and the words around the name."""

    model: type
    pk: object
    around: list[str]
    owner: str = ""


@dataclass
class Near:
    """A text that may be the name, as in ``name_text.Nearly``. ``number`` is how often it was found."""

    owner: str
    model: type
    pk: object
    text: str
    around: str
    why: str
    number: int = 0

    @property
    def key(self):
        return f"{self.owner} {self.text}"


@dataclass
class Owned:
    """What was found of her in one page, document or snippet, with all that belongs to it."""

    model: type
    pk: object
    around: list[str] = field(default_factory=list)
    members: list[NetworkMember] = field(default_factory=list)
    contacts: list[NetworkContact] = field(default_factory=list)
    versions: int = 0


@dataclass
class Report:
    members: list[NetworkMember] = field(default_factory=list)
    contacts: list[NetworkContact] = field(default_factory=list)
    revisions: Counter = field(default_factory=Counter)  # title of the page -> its revisions
    places: list[Place] = field(default_factory=list)
    logs: Counter = field(default_factory=Counter)  # name of the table -> its rows
    logins: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)  # not changed, because links lead there
    documents: list[tuple[int, str]] = field(default_factory=list)  # whose files name her: (key, title)
    near: dict[str, Near] = field(default_factory=dict)
    owners: dict[str, Owned] = field(default_factory=dict)

    @property
    def records(self):
        """``([(title, number of versions)], [(table, number of rows)])`` for templates: lists instead of Counters."""
        return list(self.revisions.items()), list(self.logs.items())

    @property
    def for_a_human(self):
        return [*self.logins, *map(str, self.addresses), *(title for _, title in self.documents)]

    @property
    def removed(self):
        """Whether anything is removed."""
        return bool(self.members or self.contacts or self.revisions or self.places or self.logs)

    def __bool__(self):
        return bool(self.removed or self.for_a_human or self.near)

    def owned(self, owner, model, pk):
        return self.owners.setdefault(owner, Owned(model, pk))

    def add_near(self, near):
        known = self.near.setdefault(near.key, near)
        known.number += 1
