"""What publishing the form will change of a series that the public sees: its meetings counted and named."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import ngettext

from ..series.plan import Plan, SeriesRow


@dataclass
class Changes:
    """Numbers of meetings, compared with what is public now. ``needs_showing``: whether the rule moves or removes
    public meetings, or has a question about them. ``taken_days`` says of each day whether its meeting is public or
    only in the editor's list."""

    added: int = 0
    moved: int = 0
    kept: int = 0
    taken: int = 0
    taken_days: list[tuple[date, bool]] = field(default_factory=list)
    needs_showing: bool = False
    public: dict[str, object] = field(default_factory=dict)
    public_origins: set[date] = field(default_factory=set)

    @classmethod
    def of(cls, planned: Plan, rows: dict[str, SeriesRow], public):
        """``rows`` are those of the form and those absent from it, ``public`` the page's, both by key as text."""
        days = {key: row.start_date for key, row in public.items()}
        after = {key: day for key, (_, day) in planned.placed.items()}
        before = {key: day for key, day in days.items() if public[key].recurrence_id or key in rows}
        stays = after.keys() & before.keys()
        gone = before.keys() - after.keys()
        found = cls(
            added=len(planned.added) + len(after.keys() - before.keys()),
            moved=sum(after[key] != before[key] for key in stays),
            kept=sum(after[key] == before[key] for key in stays),
            taken=len(gone),
            public=days,
        )
        taken = gone & rows.keys() | set(planned.taken)
        found.taken_days = sorted((days.get(key, rows[key].day), key in days) for key in taken)
        found.public_origins = {row.origin for key, row in rows.items() if key in days}
        by_rule = any(after[key] != rows[key].day for key in stays)
        asks = any(map(found.concerns, planned.candidates.values())) or bool(planned.asked)
        found.needs_showing = bool(by_rule or taken & days.keys() or (asks and days))
        return found

    def before(self, row: SeriesRow) -> date:
        """The date that the public has seen, or else the one in the editor's list."""
        return self.public.get(row.key, row.day)

    def concerns(self, origins) -> bool:
        """Whether any of the meetings is public."""
        return any(origin in self.public_origins for origin in origins)

    @property
    def words(self) -> list[str]:
        """One line for each number that is not zero."""
        lines = [
            (self.added, ngettext("%d möte läggs till", "%d möten läggs till", self.added)),
            (self.moved, ngettext("%d möte flyttas", "%d möten flyttas", self.moved)),
            (self.kept, ngettext("%d möte är kvar", "%d möten är kvar", self.kept)),
            (self.taken, ngettext("%d möte tas bort", "%d möten tas bort", self.taken)),
        ]
        return [words % number for number, words in lines if number]
