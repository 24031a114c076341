"""Pictures for the tests, drawn by Pillow, and how they look."""

from io import BytesIO

from PIL import Image

FORMS = ("avif", "gif", "jpeg", "png", "webp")
RED, BLUE = (200, 30, 30), (30, 30, 200)
_GPS, _ORIENTATION, _MAKE = 0x8825, 0x0112, 0x010F


def drawn(form, size=(60, 40), **options):
    """A picture in ``form``: red to the left, blue to the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return stored(picture, form, **options)


def stored(picture, form, **options):
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def private_facts(orientation=1):
    """EXIF with the maker of a camera, a place and an orientation."""
    exif = Image.Exif()
    exif[_MAKE], exif[_ORIENTATION] = "Kamera", orientation
    exif[_GPS] = {1: "N", 2: (57.0, 42.0, 0.0), 3: "E", 4: (11.0, 58.0, 0.0)}
    return exif


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def corners(content):
    """Which colour each corner has: top left, top right, bottom left, bottom right."""
    picture = opened(content).convert("RGB")
    right, bottom = picture.width - 2, picture.height - 2
    points = (picture.getpixel(point) for point in ((1, 1), (right, 1), (1, bottom), (right, bottom)))
    return "".join("r" if red > blue else "b" for red, _, blue in points)
