"""A restored site gives every visitor and calendar program the very bytes that the first one gave."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from gr_site.backup.shelf import whole
from gr_site.demo.load import load
from tests.site import leave_as_migrated

from .conftest import add_content
from .processes import in_process
from .reading import site_answers, stored_files


def test_a_small_site_comes_back(site, media_folder, shelf_folder, empty_site):
    add_content()
    before = {"answers": site_answers(), "files": stored_files(media_folder)}
    assert {answer[0] for answer in before["answers"].values()} == {200}
    call_command("backup", shelf_folder)
    [backup] = whole(shelf_folder).values()
    assert in_process(empty_site, "restore", str(backup)) == before


@pytest.mark.long
def test_the_whole_demo_site_comes_back(media_folder, shelf_folder, own_site, empty_site):
    leave_as_migrated()
    load(timezone.localdate())
    get_user_model().objects.create_superuser("alva", "alva@example.org", "hemligt")
    before = in_process(own_site(), "backup", str(shelf_folder))
    assert {answer[0] for answer in before["answers"].values()} == {200}
    assert len(before["answers"]) > 300
    [backup] = whole(shelf_folder).values()
    assert in_process(empty_site, "restore", str(backup)) == before
