"""What ``networks.copying`` changes in Wagtail's actions. If Wagtail itself takes text and UUID for one key, or
lets a page type refuse aliases and a row leave fields out of copies, ours can go."""

import inspect
from pathlib import Path

from wagtail.actions import copy_page, create_alias

from networks.copying import aliases, histories, identities


def source(function):
    """Wagtail's own source: ours only stands around it."""
    return inspect.getsource(inspect.unwrap(function))


def test_wagtail_asks_for_the_keys_of_rows_and_of_revisions_in_one_place():
    text = Path(copy_page.__file__).read_text(encoding="utf-8")
    assert text.count("self.generate_translation_key(") == 2
    assert copy_page.CopyPageAction.generate_translation_key.__module__ == copy_page.__name__
    assert "_uuid_mapping[old_uuid]" in source(copy_page.CopyPageAction.generate_translation_key)
    assert "generate_translation_key" in inspect.getsource(identities)


def test_wagtail_checks_each_alias_before_it_makes_it():
    assert "self.check(" in source(create_alias.CreatePageAliasAction.execute)
    parameters = inspect.signature(create_alias.CreatePageAliasAction).parameters
    assert {"page", "recursive", "update_locale"} <= parameters.keys()
    assert "CreatePageAliasAction.check" in inspect.getsource(aliases)


def test_wagtail_lets_each_copied_row_be_changed_before_it_is_saved():
    text = inspect.getsource(copy_page.CopyPageAction._copy_page)
    assert text.index("self.process_child_object(") < text.index("page_copy.save(clean=False)")
    assert "process_child_object" in inspect.signature(copy_page.CopyPageAction).parameters
    assert "reset_translation_key" in inspect.getsource(histories)
