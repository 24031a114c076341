"""Our templates that stand in the place of Wagtail's, or fill blocks of them.

Each digest is that of Wagtail's source when ours was last compared with it. After an upgrade: read what Wagtail has
changed, bring ours in line, and write the new digest here.
"""

import pytest

from .allauth_templates import ALLAUTH
from .wagtail_templates import blocks, digest, our_templates, parent, upstream, upstream_blocks

EMPTY = digest("")
# Ours in the place of the whole template.
REPLACED = {
    "wagtailadmin/home/account_summary.html": "02281426",
    "wagtailadmin/logo.html": "cd8b5a30",
    "wagtailadmin/widgets/date_input.html": "2557f7a4",
    "wagtailadmin/widgets/datetime_input.html": "479d8dde",
    "wagtailadmin/widgets/time_input.html": "f34cf3bf",
    "wagtailcore/page.html": "64b52345",
    "wagtailcore/password_required.html": "3b5121bb",
    **ALLAUTH,
}
# What ours was written after; Wagtail does not know of it.
COPIED = {
    "events/admin/date.html": ("wagtailadmin/panels/inline_panel_child.html", "80c6360c"),
    "events/admin/dates.html": ("wagtailadmin/panels/inline_panel.html", "f034712f"),
}
# A template of the same name that fills these blocks of Wagtail's.
FILLED = {
    "wagtail_localize/admin/edit_translation.html: extra_js": "6b4ff7b4",
    "wagtail_localize/admin/submit_translation.html: extra_js": "b29842e0",
    "wagtailadmin/404.html: furniture": "7e9ad177",
    "wagtailadmin/404.html: titletag": "390ef569",
    "wagtailadmin/admin_base.html: branding_favicon": "7c00a1eb",
    "wagtailadmin/admin_base.html: branding_title": "42c7b829",
    "wagtailadmin/base.html: branding_logo": EMPTY,
    "wagtailadmin/home.html: branding_welcome": "8f84a6d1",
    "wagtailadmin/panels/inline_panel.html: js_init": "8a382a56",
    "wagtailadmin/panels/multiple_chooser_panel.html: js_init": "e027ade7",
    "wagtailadmin/shared/side_panels/checks.html: metrics_explainer": "f1dbba01",
    "wagtailsearchpromotions/add.html: extra_js": "6bc26f76",
    "wagtailsearchpromotions/edit.html: extra_js": "6bc26f76",
}


def overrides():
    return {name: source for name, source in our_templates().items() if upstream(name) is not None}


def test_every_whole_template_that_we_replace_is_as_it_was_when_we_did():
    found = {name: digest(upstream(name)) for name, source in overrides().items() if parent(source) != name}
    changed = sorted(name for name in found if found[name] != REPLACED.get(name))
    assert found == REPLACED, f"Wagtail has changed {changed}: compare our copy"


@pytest.mark.parametrize("name", COPIED)
def test_every_template_that_we_copied_is_as_it_was_when_we_did(name):
    source, known = COPIED[name]
    assert digest(upstream(source)) == known, f"Wagtail has changed {source}: compare our {name}"


def test_every_block_that_we_replace_is_as_it_was_when_we_did():
    found = {
        f"{name}: {block}": digest(upstream_blocks(name).get(block, ""))
        for name, source in overrides().items()
        if parent(source) == name
        for block in blocks(source)
    }
    changed = sorted(block for block in found if found[block] != FILLED.get(block))
    assert found == FILLED, f"Wagtail has changed {changed}: compare our block"


def test_every_block_that_a_page_of_ours_fills_is_there():
    """A block that Wagtail has renamed would be left out without a word, with all that we put in it."""
    lost = [
        f"{name}: {block}"
        for name, source in our_templates().items()
        if parent(source) and not is_ours(parent(source))
        for block in blocks(source).keys() - upstream_blocks(parent(source)).keys() - own_blocks(source)
    ]
    assert sorted(lost) == []


def is_ours(name):
    return upstream(name) is None


def own_blocks(source):
    """Blocks inside another block of the same template: made there for templates that extend ours."""
    found = blocks(source)
    return {inner for inner in found for outer in found if inner != outer and f"block {inner} " in found[outer]}
