"""A restored site gives every visitor and calendar program the very bytes that the first one gave."""

from django.core.management import call_command

from gr_site.backup.shelf import whole

from .conftest import add_content
from .processes import in_process
from .reading import site_answers, stored_files


def test_a_small_site_comes_back(site, media_folder, shelf_folder, empty_site):
    add_content()
    before = {"answers": site_answers(), "files": stored_files(media_folder)}
    assert {answer[0] for answer in before["answers"].values()} == {200}
    call_command("backup", shelf_folder)
    [backup] = whole(shelf_folder).values()
    after = in_process(empty_site, "restore", str(backup))
    assert after["files"] == before["files"]
    assert differences(before["answers"], after["answers"]) == {}


def differences(before, after):
    return {
        address: (before.get(address), after.get(address))
        for address in before.keys() | after.keys()
        if before.get(address) != after.get(address)
    }
