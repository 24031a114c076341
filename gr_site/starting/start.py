"""Makes a site out of a migrated, empty database."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.db import transaction

from gr_site.models import HomePage
from networks.rights.central import central_group, networks_files, review_workflow, shared_files

from .content import read
from .pages import add_draft, add_home, add_pages
from .registers import add_registers, locales


def is_started() -> bool:
    """A site with a home page is. Whatever its editors have renamed or deleted since stays as they left it."""
    return HomePage.objects.exists()


@transaction.atomic
def start(today: date) -> Counter[str]:
    """Make everything that a site without demo content begins with. Returns how many of each kind were made, by its
    Swedish name; nothing on a site that is started. All or nothing."""
    made: Counter[str] = Counter()
    if is_started():
        return made
    locale, _ = locales()
    made["rader i register"] = add_registers(locale, read("registers", today))
    home, made["sidor"] = add_home(locale, today)
    made["sidor"] += add_pages(home, today)
    made["utkast"] = add_law_pages(home, today)
    for make in (central_group, review_workflow, shared_files, networks_files):
        make()
    return made


def add_law_pages(home: HomePage, today: date) -> int:
    """Make drafts of the pages that the law demands, unless there are pages at their addresses. Returns how many."""
    made = 0
    for table in read("law", today)["page"]:
        if table["type"] == "statement":
            table["addresses"] = f"{settings.WAGTAILADMIN_BASE_URL}/"
        if draft := add_draft(home, table):
            draft.save_revision(clean=False)  # an editor has to fill in what it lacks before she can publish it
            made += 1
    return made
