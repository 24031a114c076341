"""The sizes of a picture are made once, when it is uploaded, and never in a visitor's request."""

import json
import re
from pathlib import Path

import pytest
import wagtail.images
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models.signals import post_save, pre_save
from django.urls import NoReverseMatch, reverse
from wagtail.images.models import Filter, Image

from networks.pictures.rebuilding import make_missing
from networks.pictures.receivers import draw, prepare
from networks.pictures.renditions import lacking, make, shown
from networks.pictures.specs import ADMIN, ALL, PUBLIC
from tests.factories import make_network

from .drawings import corners, drawn, opened, private_facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def decoded(monkeypatch):
    """The specs of the renditions that are drawn by Wagtail's own way."""
    specs = []
    monkeypatch.setattr(Image, "create_rendition", lambda self, wanted: specs.append(wanted.spec))
    monkeypatch.setattr(Image, "create_renditions", lambda self, *wanted: specs.extend(each.spec for each in wanted))
    return specs


def store(form="png", size=(2000, 1500), title="Bild", **options):
    return Image.objects.create(title=title, file=ContentFile(drawn(form, size, **options), name=f"bild.{form}"))


@pytest.fixture
def picture(site):
    row = store()
    assert make(row) == len(ALL)
    return row


def test_the_list_has_what_wagtail_s_templates_show():
    templates = Path(wagtail.images.__file__).parent.glob("templates/**/*.html")
    found = {spec for path in templates for spec in re.findall(r"{% image \S+ (\S+)", path.read_text())}
    assert found == set(ADMIN)


def test_no_template_or_code_of_ours_draws_by_itself():
    apps = ("networks", "events", "search", "gr_site")
    files = [path for app in apps for kind in ("*.html", "*.py") for path in Path(app).rglob(kind)]
    drawing = re.compile(r"wagtailimages_tags|get_renditions?\(|create_renditions?\(")
    assert [path for path in files if drawing.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("form", ["avif", "gif", "jpeg", "png", "webp"])
def test_each_is_as_large_as_wagtail_would_make_it(site, form):
    row = store(form, (1999, 1333))
    make(row)
    sizes = {each.filter_spec: (each.width, each.height) for each in row.renditions.all()}
    assert sizes.keys() == set(ALL)
    for spec, size in sizes.items():
        expected = Filter(spec).get_transform(row).get_rect().round(), Filter(spec).get_transform(row).size
        assert size == pytest.approx(expected[1], abs=1)
    assert {corners(_read(each)) for each in row.renditions.all()} == {"rbrb"}


def test_the_focus_of_a_picture_is_where_the_editor_chose_it(site):
    row = store(size=(2000, 1500))
    row.focal_point_x, row.focal_point_y, row.focal_point_width, row.focal_point_height = 1900, 750, 100, 100
    row.save()
    make(row)
    [field] = row.renditions.filter(filter_spec="fill-600x338")
    theirs = Filter(field.filter_spec).get_transform(row)
    assert (field.width, field.height) == theirs.size
    assert lacking(row) == []


def test_a_page_shows_them_without_drawing(picture, client, decoded, page_with):
    html = client.get(page_with(picture).url).content.decode()
    sources = re.findall(r"/media/(images/bild[^ \"]+)", html)
    assert {*sources} == {each.file.name for each in picture.renditions.filter(filter_spec__in=PUBLIC)}
    assert html.count("<source") == 2
    assert 'alt="Röd och blå"' in html
    assert 'sizes="(max-width: 48rem) 100vw, 44rem"' in html
    assert decoded == []


@pytest.mark.parametrize("left", [PUBLIC[:1], ADMIN[2:3], ()])
def test_a_page_shows_what_there_is(picture, client, decoded, page_with, left):
    picture.renditions.exclude(filter_spec__in=left).delete()
    response = client.get(page_with(picture).url)
    names = re.findall(r"/media/(images/bild[^ \"]+)", response.content.decode())
    assert response.status_code == 200
    assert {*names} == {each.file.name for each in picture.renditions.all()}
    assert decoded == []


def test_the_admin_shows_them_without_drawing(picture, editor_client, decoded):
    addresses = [
        reverse("wagtailimages:index"),
        f"{reverse('wagtailimages:index')}?layout=list",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:delete", args=[picture.pk]),
        reverse("wagtailimages_chooser:chosen", args=[picture.pk]),
    ]
    assert [editor_client.get(address).status_code for address in addresses] == [200] * len(addresses)
    assert decoded == []


@pytest.mark.parametrize(
    ("spec", "status"),
    [
        ("width-99999", 200),
        ("min-9000x9000", 200),
        ("fill-9000x9000-c100", 200),
        ("|".join(f"width-{width}" for width in range(90, 40, -1)), 200),
        ("scale-1000", 400),
        ("format-avif", 400),
        ("original", 200),
    ],
)
def test_the_admin_s_preview_is_never_larger_than_the_picture(site, editor_client, spec, status):
    row = store(size=(90, 60))
    response = editor_client.get(reverse("wagtailimages:preview", args=[row.pk, spec]))
    assert response.status_code == status
    content = response.getvalue()
    if status == 200:
        size = opened(content).size
        assert (size[0] <= 90, size[1] <= 60) == (True, True)
    assert row.renditions.count() == 0


def test_nobody_draws_a_size_of_her_own_by_address():
    """Wagtail's view that draws what an address asks for is at no address of ours."""
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["signature", 1, "width-480"])


def test_what_is_shown_takes_one_query(picture, django_assert_num_queries):
    cache.clear()
    with django_assert_num_queries(1):
        str(shown(picture))


def test_a_lost_file_stops_nothing(picture, caplog):
    picture.renditions.all().delete()
    picture.file.storage.delete(picture.file.name)
    assert (make(picture), shown(picture)) == (0, None)
    assert "cannot be read" in caplog.text


def test_a_strip_that_one_format_cannot_hold_has_the_others(site, caplog):
    row = store(size=(4, 66_000))
    make(row)
    specs = {each.filter_spec for each in row.renditions.all()}
    assert specs < set(ALL)
    assert "format-webp|width-480" not in specs
    assert "cannot be drawn" in caplog.text


@pytest.fixture
def old(site):
    """A picture from before: a photo with its camera and place, drawn by Wagtail in one size."""
    pre_save.disconnect(prepare, sender=Image)
    post_save.disconnect(draw, sender=Image)
    row = store("jpeg", (6000, 5000), exif=private_facts())
    pre_save.connect(prepare, sender=Image)
    post_save.connect(draw, sender=Image)
    row.focal_point_x, row.focal_point_y, row.focal_point_width, row.focal_point_height = 3000, 2500, 600, 500
    row.save()
    before = ContentFile(drawn("jpeg", exif=private_facts()), name="bild.max-165x165.jpg")
    row.renditions.create(filter_spec="max-165x165", file=before)
    return row


def test_old_pictures_are_brought_in_line(old, capsys, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("rebuild_pictures")
    assert capsys.readouterr().out == f"1 bilder ersattes och {len(ALL)} storlekar ritades.\n"
    row = Image.objects.get(pk=old.pk)
    kept = _read(row)
    assert (row.width, row.height) == opened(kept).size == (5477, 4564)
    assert (row.focal_point_x, row.focal_point_y, row.focal_point_width) == (2738, 2282, 548)
    assert not any(b"Kamera" in content for content in (kept, *map(_read, row.renditions.all())))
    assert old.file.storage.listdir("original_images")[1] == [row.filename]
    call_command("rebuild_pictures")
    assert capsys.readouterr().out == "0 bilder ersattes och 0 storlekar ritades.\n"


def test_what_is_missing_is_made_a_few_at_a_time_newest_first(site):
    rows = [store(size=(90, 60)) for _ in range(3)]
    rows[2].file.storage.delete(rows[2].file.name)
    assert make_missing(1) == len(ALL)
    assert [len(lacking(row)) for row in rows] == [len(ALL), 0, len(ALL)]
    assert (make_missing(5), make_missing(5)) == (len(ALL), 0)


@pytest.fixture
def page_with(site):
    def make_page(picture):
        block = {"image": picture.pk, "alt_text": "Röd och blå", "decorative": False}
        body = [{"type": "figure", "value": {"image": block, "caption": "En bild"}}]
        return make_network(body=json.dumps(body))

    return make_page


def _read(row):
    with row.file.open() as file:
        return file.read()
