"""Leaves out of a copy what is true only of the original: a row's model says so with ``not_copied``.

Its draft and its earlier versions are copies too, and would bring it back. See tests/upgrades/test_copying.py.
"""

from functools import wraps

from modelcluster.models import get_all_child_relations
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Revision


def connect():
    """Change Wagtail's action, which the admin's view and API and ``Page.copy()`` share. Called once."""
    CopyPageAction.__init__ = _emptying_rows(CopyPageAction.__init__)
    CopyPageAction.execute = _emptying_revisions(CopyPageAction.execute)


def _emptying_rows(init):
    @wraps(init)
    def init_action(action, *args, **kwargs):
        init(action, *args, **kwargs)
        if action.reset_translation_key:  # otherwise the copy is a translation, of the same rows
            action.process_child_object = _after(_empty, action.process_child_object)

    return init_action


def _after(first, then):
    def process(*args):
        first(*args)
        if then:
            then(*args)

    return process


def _empty(_original, _copy, _relation, row):
    for name, nothing in _not_copied(type(row)).items():
        setattr(row, name, nothing)


def _emptying_revisions(execute):
    @wraps(execute)
    def execute_action(action, *args, **kwargs):
        made = execute(action, *args, **kwargs)
        if action.reset_translation_key:
            for page in made.get_descendants(inclusive=True).specific():
                _empty_revisions(page)
        return made

    return execute_action


def _empty_revisions(page):
    relations = [each for each in get_all_child_relations(type(page)) if _not_copied(each.related_model)]
    if not relations:
        return
    revisions = list(page.revisions.all())
    for revision in revisions:
        for relation in relations:
            for row in revision.content.get(relation.get_accessor_name(), []):
                row.update(_not_copied(relation.related_model))
    Revision.objects.bulk_update(revisions, ["content"], batch_size=100)


def _not_copied(model):
    """``{field: what it is in a copy}``"""
    return getattr(model, "not_copied", {})
