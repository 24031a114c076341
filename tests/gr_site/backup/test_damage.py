"""Whatever is wrong with a backup, or with the site that it should go to, is one line, and nothing is written."""

import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from gr_site.backup import last, manifest, media, shelf, versions
from gr_site.backup.making import make
from gr_site.backup.restoring import restore
from networks.models import NetworkPage

from .conftest import add_file

MOMENT = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)
OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}


@pytest.fixture(scope="module")
def original(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once; each test spoils a copy."""
    folder = tmp_path_factory.mktemp("original")
    add_file(folder / "media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder / "media"):
        return make(folder, MOMENT, say=lambda line: None, progress=lambda done, of: None)


@pytest.fixture
def backup(original, site, media_folder, shelf_folder):
    return Path(shutil.copytree(original, shelf_folder / original.name))


def refusal(*command):
    with pytest.raises(CommandError) as caught:
        call_command(*command)
    assert caught.value.returncode == 1
    [line] = str(caught.value).splitlines()
    return line


def rewrite(backup, **fields):
    """The manifest with other ``fields``, and a checksum that fits."""
    changed = json.loads((backup / manifest.NAME).read_bytes()) | fields
    found = manifest._parsed(changed)
    manifest.write(backup, found)


def spoil(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_whole_one_is_accepted(backup, capsys):
    call_command("restore", backup, "--check")
    assert "Kopian från 2026-11-29 02:00 UTC är hel: 2 filer" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["media/documents/plan.txt", manifest.NAME, manifest.CHECKSUM])
def test_one_bit_is_noticed(backup, name):
    spoil(backup / name)
    assert refusal("restore", backup, "--check") == refusal("restore", backup)
    assert name.rpartition("/")[2] in refusal("restore", backup)
    assert "Ta en annan kopia." in refusal("restore", backup)


@pytest.mark.parametrize("name", ["media/documents/plan.txt", manifest.NAME, manifest.CHECKSUM])
def test_a_missing_file_is_noticed(backup, name):
    (backup / name).unlink()
    assert f"{name} " in refusal("restore", backup)
    assert "saknas" in refusal("restore", backup)


def test_the_database_is_one_of_the_files(backup):
    [name] = [path.name for path in backup.glob("database.*")]
    spoil(backup / name)
    assert refusal("restore", backup) == f"Kopian är skadad: {name} är ändrad. Ta en annan kopia."


def test_many_faults_are_counted(backup):
    files = json.loads((backup / manifest.NAME).read_bytes())["files"]
    rewrite(backup, files=files | {f"media/{number}": files["media/documents/plan.txt"] for number in range(5)})
    assert refusal("restore", backup) == (
        "Kopian är skadad: media/0 saknas, media/1 saknas, media/2 saknas och 2 till. Ta en annan kopia."
    )


def test_half_a_backup_is_none(backup, shelf_folder):
    """What a process leaves that dies in the middle: a name with a dot, and no manifest."""
    half = backup.rename(shelf_folder / f"{shelf.HALF}{backup.name}")
    (half / manifest.NAME).unlink()
    assert shelf.whole(shelf_folder) == {}
    assert "är ingen hel säkerhetskopia" in refusal("restore", half)


def test_the_next_backup_clears_away_what_was_left_half(backup, shelf_folder):
    half = shelf_folder / f"{shelf.HALF}{backup.name}"
    shutil.copytree(backup, half)
    with shelf.locked(shelf_folder):
        assert not half.exists()
        assert refusal("backup", shelf_folder) == f"En annan säkerhetskopia görs just nu i {shelf_folder}."


def test_another_engine_is_refused(backup):
    rewrite(backup, engine=OTHER[connection.vendor])
    assert "Kopian är från" in refusal("restore", backup)


def test_a_backup_of_newer_code_is_refused(backup):
    migrations = [*manifest.read(backup).migrations, "networks.9999_later"]
    rewrite(backup, migrations=migrations)
    assert "nyare version av webbplatsen (0.1.0): networks.9999_later saknas här" in refusal("restore", backup)


def test_a_backup_of_older_code_leaves_migrations_to_do(backup):
    rewrite(backup, migrations=manifest.read(backup).migrations[:-2])
    assert versions.missing_migrations(manifest.read(backup)) == 2


def test_a_newer_form_is_refused(backup):
    fields = json.loads((backup / manifest.NAME).read_bytes()) | {"form": manifest.FORM + 1}
    with pytest.raises(manifest.Refused, match="nyare version"):
        manifest._parsed(fields)


@pytest.mark.parametrize("name", ["../site.sqlite3", "/etc/passwd", "media/../../x"])
def test_no_path_leads_out_of_the_folder(backup, name):
    files = json.loads((backup / manifest.NAME).read_bytes())["files"]
    with pytest.raises(manifest.Refused, match="utanför"):
        rewrite(backup, files={name: files["media/documents/plan.txt"]})


def test_a_database_with_tables_is_left_alone(backup, media_folder):
    before = NetworkPage.objects.count()
    assert "Databasen är inte tom" in refusal("restore", backup)
    assert NetworkPage.objects.count() == before


def test_a_folder_with_other_files_is_left_alone(backup, media_folder, monkeypatch):
    monkeypatch.setattr("gr_site.backup.databases.is_empty", lambda: True)
    (media_folder / "documents" / "plan.txt").write_text("annat")
    assert "är inte tom: documents/plan.txt hör inte till kopian" in refusal("restore", backup)
    assert (media_folder / "documents" / "plan.txt").read_text() == "annat"


def test_an_interrupted_restore_is_taken_up_again(backup, media_folder, monkeypatch):
    """The database comes last, so only files can be there, and one of them half."""
    engine = sys.modules[f"gr_site.backup.databases.{connection.vendor}"]
    monkeypatch.setattr("gr_site.backup.databases.is_empty", lambda: True)
    monkeypatch.setattr(engine, "restore", lambda source: None)
    (media_folder / media.UNFINISHED).write_text("Ha")
    restore(backup, say=lambda line: None, progress=lambda done, of: None)
    assert media.names(media_folder) == ["documents/plan.txt"]
    assert not (media_folder / media.UNFINISHED).exists()


def test_a_folder_of_backups_is_no_backup(backup, shelf_folder):
    assert refusal("restore", shelf_folder) == (f"{shelf_folder} har 1 kopior. Säg vilken; den nyaste är {backup}")


def test_the_last_one_is_told_of(backup, settings, shelf_folder):
    settings.BACKUP_FOLDER = str(shelf_folder)
    there = last()
    assert (there.when, there.where, there.whole) == (MOMENT, backup, True)
    assert there.size == manifest.read(backup).size > 100_000
    (backup / "media/documents/plan.txt").write_text("kortare")
    assert not last().whole
    (backup / manifest.NAME).unlink()
    assert (last().size, last().whole) == (0, False)
    shutil.rmtree(backup)
    assert last() is None
    settings.BACKUP_FOLDER = ""
    assert last() is None
