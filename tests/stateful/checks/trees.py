"""The trees of pages and of collections."""

from wagtail.models import Collection, Page


def check_trees():
    for tree in (Page, Collection):
        names = ("wrong characters", "wrong length", "orphans", "wrong depth", "wrong number of children")
        found = {name: keys for name, keys in zip(names, tree.find_problems(), strict=True) if keys}
        assert found == {}, f"{tree.__name__}: {found}"
