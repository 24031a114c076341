"""Pages and documents that lead nowhere."""

from types import SimpleNamespace

from networks.models import Area, NetworkPage

NOWHERE = "#exempel"
LONGEST = "Samverkansnätverket för förskoleverksamhetsutveckling"


def network(title="Förskolenätverket", area="Utbildning", colour="ocean", **fields):
    made = NetworkPage(title=title, **fields)
    made.area = Area(name=area, colour=colour, slug="exempel")
    made.text_language = "sv"
    made.get_url = lambda request=None: NOWHERE
    return made


def document(extension="pdf", size=182_000):
    return SimpleNamespace(url=NOWHERE, title="Protokoll", file_extension=extension, file_size=size)


def paginated(number, last):
    """The part of a paginator's page that the links below a list use."""
    return SimpleNamespace(
        has_other_pages=True,
        has_previous=number > 1,
        has_next=number < last,
        previous_page_number=number - 1,
        next_page_number=number + 1,
        number=number,
        paginator=SimpleNamespace(num_pages=last),
    )
