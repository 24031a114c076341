"""A backup that is killed leaves nothing that looks whole, and each that looks whole can be restored."""

import os
import random
import time

import pytest

from gr_site.backup import checking, manifest
from gr_site.backup.shelf import HALF, whole

from .conftest import add_content
from .processes import in_process, start
from .reading import stored_files

KILLS = 12
FILES = 400  # so that there is a middle to be killed in


@pytest.mark.long
@pytest.mark.engine
def test_killed_backups_are_never_taken_for_whole(site, media_folder, shelf_folder, own_site, empty_site):
    add_content()
    for number in range(FILES):
        (media_folder / f"{number}.bin").write_bytes(os.urandom(50_000))
    own, seed = own_site(), random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    rng, halves = random.Random(seed), 0  # noqa: S311 - not for secrets
    for _ in range(KILLS):
        kill_in_the_middle(start(own, "backup", str(shelf_folder)), shelf_folder, rng)
        halves += any(shelf_folder.glob(f"{HALF}*"))
        for path in whole(shelf_folder).values():
            checking.require_whole(path, manifest.read(path))
    assert halves > KILLS / 3
    in_process(own, "backup", str(shelf_folder))
    assert not any(shelf_folder.glob(f"{HALF}*"))
    [*_, newest] = whole(shelf_folder).values()
    assert in_process(empty_site, "restore", str(newest))["files"] == stored_files(media_folder)


def kill_in_the_middle(process, folder, rng):
    """With SIGKILL, when it has written some number of files: none, all, or between."""
    begun, number = whole(folder), rng.randint(0, FILES + 5)
    while process.poll() is None and whole(folder) == begun and written(folder) <= number:
        time.sleep(0.002)
    process.kill()
    process.communicate()


def written(folder):
    """How many files the backup that is under way has."""
    return sum(len(files) for half in folder.glob(f"{HALF}*") for _, _, files in os.walk(half))
