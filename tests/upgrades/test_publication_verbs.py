"""What ``networks.publication.wagtail_verbs`` needs: each way to change what visitors see goes through its verbs."""

import ast
import inspect
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.db import connection
from wagtail import actions
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from networks.publication import wagtail_verbs
from networks.publication.wagtail_verbs import VERBS
from networks.publication.whole import publication_begins

# Wagtail's actions that change nothing that a visitor sees, or end in one that is wrapped.
ELSEWHERE = {
    "BaseAction",
    "CreatePageAction",  # inherits its execute()
    "CopyForTranslationAction",  # of rows, not of pages; nothing of ours follows from it
    "DeleteAction",  # one transaction already
    "EditPageAction",  # inherits its execute()
    "PublishPageRevisionAction",  # inherits its execute()
    "RevertToPageRevisionAction",  # makes a draft
    "RevertToRevisionAction",
}


def action_classes():
    folder = Path(inspect.getfile(actions)).parent
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py"))
    names = {node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}
    return {name for name in names if name.endswith("Action")}


def test_every_action_of_wagtail_is_whole_or_known():
    """A new action that changes what visitors see belongs in VERBS, the others in ELSEWHERE."""
    whole = {owner.__name__ for owner, name in VERBS if owner.__module__.startswith("wagtail.actions")}
    assert action_classes() == whole | ELSEWHERE


def test_pages_publish_through_the_action_that_is_wrapped():
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction

    assert "execute" not in vars(PublishPageRevisionAction), "it has its own now: wrap it, too"


@pytest.mark.parametrize(("owner", "name"), VERBS, ids=lambda value: getattr(value, "__name__", value))
def test_each_verb_is_a_publication(owner, name):
    assert vars(owner)[name].__wrapped__


def test_saving_a_public_page_is_a_publication():
    assert Page.save.__wrapped__


def test_a_publication_begins_in_its_transaction(committing_db):
    began = []

    def note(**kwargs):
        began.append(connection.in_atomic_block)

    publication_begins.connect(note)
    try:
        with wagtail_verbs.publication():
            pass
    finally:
        publication_begins.disconnect(note)
    assert began == [True]


def test_wagtail_localize_would_still_publish_after_the_commit():
    """Where this fails one day, its method needs nothing from us but the transaction."""
    write = TranslationSource.create_or_update_translation.__wrapped__
    assert "on_commit(new_revision.publish)" in inspect.getsource(write)
    assert list(inspect.signature(write).parameters)[:4] == ["self", "locale", "user", "publish"]


def test_nothing_else_in_wagtail_waits_for_the_commit():
    """What waits for it is lost with a process that dies in between. These delete files and note addresses."""
    assert {path.as_posix() for path in _waiting("wagtail")} == {
        "documents/signal_handlers.py",
        "images/signal_handlers.py",
        "models/pages.py",
    }


def _waiting(package):
    folder = Path(find_spec(package).origin).parent
    for path in folder.rglob("*.py"):
        if "tests" not in path.parts and "on_commit(" in path.read_text(encoding="utf-8"):
            yield path.relative_to(folder)
