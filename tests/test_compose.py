"""What compose.yaml and Dockerfile say, as far as it can be tried without a container engine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from .services.dockerfile import DOCKERFILE, instructions, stage

ROOT = Path(__file__).parents[1]
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
SERVICES = yaml.safe_load(COMPOSE)["services"]


def read_variables():
    """The names in README's table that the site itself reads: not those of make and of a developer's machine."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {name for name, meaning in rows if not re.match(r"make[ :]|development:", meaning)}


@pytest.mark.parametrize("service", ["prepare", "web", "timer"])
def test_every_variable_of_the_site_can_be_given(service):
    given = SERVICES[service]["environment"].keys() | set(re.findall(r"([A-Z_]+)=", " ".join(instructions("ENV"))))
    assert read_variables() - given == set()
    assert SERVICES[service]["environment"].keys() - read_variables() == set()


def test_every_command_exists():
    named = set(re.findall(r"manage\.py (\w+)", COMPOSE + DOCKERFILE))
    assert {"migrate", "start_site", "compile_catalogues", "collectstatic", "worker"} <= named <= set(get_commands())


def test_no_process_of_the_site_is_roots_or_can_write_where_it_need_not():
    assert instructions("USER") == ["site"]
    assert DOCKERFILE.rindex("\nUSER ") > DOCKERFILE.rindex("\nRUN ")
    own = [service for service in SERVICES.values() if service.get("build")]
    assert len(own) == 3
    assert all(each["read_only"] and each["cap_drop"] == ["ALL"] for each in own)


def test_every_service_starts_again_and_those_that_are_asked_say_how_they_are():
    assert [name for name, service in SERVICES.items() if "restart" not in service] == []
    assert {name for name, service in SERVICES.items() if "healthcheck" in service} == {
        "proxy",
        "web",
        "postgres",
        "redis",
    }


def test_backups_are_made_by_the_servers_own_programs_and_outlive_the_container():
    (client,) = re.findall(r"postgresql-client-(\d+)", DOCKERFILE)
    assert f"postgres:{client}" == SERVICES["postgres"]["image"]
    folder = re.fullmatch(r"\$\{BACKUP_FOLDER:-(/\w+)\}", SERVICES["timer"]["environment"]["BACKUP_FOLDER"])[1]
    assert f"backup:{folder}" in SERVICES["timer"]["volumes"]
    assert re.search(rf"install --directory --owner site .*{folder}$", DOCKERFILE, re.MULTILINE)


def test_no_secret_is_written_down():
    secret = re.compile(r"(?:SECRET|PASSWORD|KEY)[A-Z_]*$")
    for service in SERVICES.values():
        values = {name: value for name, value in service.get("environment", {}).items() if secret.search(name)}
        assert all(value.startswith("${") for value in values.values()), values


def test_what_is_copied_exists_and_is_let_in():
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"
    }
    copied = {words.split()[0] for words in instructions("COPY") if not words.startswith("--from")}
    assert copied == let_in
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_proxy_lets_the_largest_upload_through():
    template = (ROOT / "deployment" / "nginx.conf.template").read_text(encoding="utf-8")
    allowed = int(re.search(r"client_max_body_size (\d+)m;", template)[1]) * 1024 * 1024
    assert allowed > max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    assert set(re.findall(r"\$\{(\w+)\}", template)) == SERVICES["proxy"]["environment"].keys()


@pytest.mark.long
def test_the_images_files_can_be_made(tmp_path):
    """The commands of the stage, on a copy of what the image gets, with no catalogue compiled and no database."""
    files = stage("files")
    for name in [words.split()[0] for words in instructions("COPY", files) if not words.startswith("--from")]:
        ignore = shutil.ignore_patterns("*.mo", "__pycache__")
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name, **({"ignore": ignore} if copy is shutil.copytree else {}))
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for command in instructions("RUN", files):
        subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert len(list(tmp_path.glob("*/locale/en/LC_MESSAGES/django.mo"))) == 4
    assert (tmp_path / "static_root" / "staticfiles.json").exists()
