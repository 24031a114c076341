"""What ``networks.publication.live_version`` changes in Wagtail. If Wagtail itself keeps ``live_revision`` when it
reads a version of a page, ours can go."""

import inspect

from wagtail.actions import publish_revision
from wagtail.models import Page, draft_state


def test_wagtail_reads_the_number_of_the_public_version_from_the_version():
    page, draft = (
        inspect.getsource(inspect.unwrap(kind.with_content_json)) for kind in (Page, draft_state.DraftStateMixin)
    )
    assert "obj.live = self.live" in page
    assert "live_revision" not in page + draft


def test_wagtail_asks_that_number_whether_a_version_for_later_may_hide_the_page():
    assert "if object.live_revision_id:" in inspect.getsource(publish_revision.PublishRevisionAction._publish_revision)
