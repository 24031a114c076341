"""What is refused before a backup is begun, what a backup that fails leaves, and who may read one."""

import resource
import stat
import subprocess
from contextlib import contextmanager

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.documents.models import Document

from gr_site.backup import copying, databases, shelf

pytestmark = pytest.mark.usefixtures("site", "media_folder")


def refusal(*command, **options):
    with pytest.raises(CommandError) as caught:
        call_command(*command, **options)
    [line] = str(caught.value).splitlines()
    return line


def test_each_step_is_a_line(shelf_folder, capsys):
    call_command("backup", shelf_folder)
    lines = [line[20:].replace("\xa0", " ") for line in capsys.readouterr().out.splitlines()]
    assert [line.partition(":")[0] for line in lines] == [
        "Databasen är kopierad", "1 uppladdade filer är kopierade.", "Klart",
    ]  # fmt: skip


def test_only_its_owner_can_read_it(shelf_folder):
    call_command("backup", shelf_folder)
    [backup] = shelf.whole(shelf_folder).values()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [backup, *backup.rglob("*")]}
    assert modes == {0o700, 0o600}


def test_the_folder_is_named_by_a_variable(shelf_folder, settings):
    assert "BACKUP_FOLDER" in refusal("backup")
    settings.BACKUP_FOLDER = str(shelf_folder)
    call_command("backup")
    assert len(shelf.whole(shelf_folder)) == 1


def test_old_ones_are_removed_only_when_asked(shelf_folder):
    for day in (1, 2, 3):
        (shelf_folder / f"2026-01-0{day}T020000Z").mkdir(parents=True)
    (shelf_folder / "annat").mkdir()
    call_command("backup", shelf_folder)
    assert len(shelf.whole(shelf_folder)) == 4
    [*_, made] = shelf.whole(shelf_folder).values()
    made.rename(shelf_folder / "2026-01-04T020000Z")
    call_command("backup", shelf_folder, keep=2)
    assert [path.name for path in shelf.whole(shelf_folder).values()][:1] == ["2026-01-04T020000Z"]
    assert (len(shelf.whole(shelf_folder)), (shelf_folder / "annat").is_dir()) == (2, True)


@pytest.mark.parametrize("options", [{"keep": 0}, {"weekly": 3}, {"monthly": 3}])
def test_unclear_wishes_are_refused(shelf_folder, options):
    assert "--keep" in refusal("backup", shelf_folder, **options)
    assert not shelf_folder.exists()


def test_the_uploaded_files_are_no_place_for_it(media_folder):
    assert "bland de uppladdade filerna" in refusal("backup", media_folder / "kopior")


def test_a_disk_that_is_not_mounted_is_noticed(committing_db, media_folder, shelf_folder):
    Document.objects.create(title="Plan", file=ContentFile(b"x", "x.txt"))
    media_folder.rename(media_folder.with_name("elsewhere"))
    assert "är tom fast databasen har uppladdade filer" in refusal("backup", shelf_folder)
    assert nothing_is_left(shelf_folder)


def test_a_file_that_somebody_removes_meanwhile_is_counted(shelf_folder, monkeypatch, capsys):
    def removed(source, target):
        source.unlink()
        return copying_copy(source, target)

    copying_copy = copying.copy
    monkeypatch.setattr(copying, "copy", removed)
    call_command("backup", shelf_folder)
    assert "1 filer togs bort av någon under tiden" in capsys.readouterr().out
    [backup] = shelf.whole(shelf_folder).values()
    call_command("restore", backup, "--check")


def test_too_little_room_is_told_before_anything_is_written(shelf_folder, monkeypatch):
    monkeypatch.setattr(databases.engine(), "size", lambda: 10**18)
    assert "Disken räcker inte" in refusal("backup", shelf_folder)
    assert nothing_is_left(shelf_folder)


def test_a_disk_that_fills_up_meanwhile_leaves_nothing(shelf_folder):
    with files_no_larger_than(10_000):
        assert refusal("backup", shelf_folder)
    assert nothing_is_left(shelf_folder)
    call_command("backup", shelf_folder)


def test_no_password_is_on_a_command_line(shelf_folder, monkeypatch):
    """What other users of the machine can see of the processes that are started."""
    if connection.vendor != "postgresql":
        return
    seen = []

    def noted(command, **options):
        seen.append(command)
        return run(command, **options)

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", noted)
    call_command("backup", shelf_folder)
    [command] = seen
    assert connection.settings_dict["PASSWORD"] not in " ".join(command)


def test_a_missing_program_is_named(shelf_folder, monkeypatch):
    if connection.vendor != "postgresql":
        return
    monkeypatch.setenv("PATH", str(shelf_folder))
    assert "pg_dump finns inte här. Installera" in refusal("backup", shelf_folder)
    assert nothing_is_left(shelf_folder)


def nothing_is_left(folder):
    return [path.name for path in folder.iterdir()] == [shelf.LOCK]


@contextmanager
def files_no_larger_than(size):
    """The kernel refuses to write more, as on a full disk. Python's own processes get an error, others die of it."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_database_that_stays_locked_is_given_up(shelf_folder, monkeypatch):
    """The test's own transaction writes, which locks a database in memory."""
    if connection.vendor != "sqlite":
        return
    monkeypatch.setattr(databases.engine(), "PATIENCE", 0)
    Document.objects.create(title="Plan")
    assert "Databasen är låst" in refusal("backup", shelf_folder)
    assert nothing_is_left(shelf_folder)
