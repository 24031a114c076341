"""Finds a person in addresses of pages and names of files. They are only listed, because links lead there."""

from dataclasses import dataclass

from wagtail.models import Page

from ..models import BinnedRow
from .tables import is_address, rows_of, tables

# Drawn again from the picture's own file, or gone within the day.
_FOLLOW_ANOTHER = {"wagtailimages.rendition", "wagtailcore.uploadedfile"}


@dataclass(frozen=True)
class Address:
    model: type
    pk: object
    text: str
    is_stored: bool = False  # only in a draft, an older version or another record of the row, not in the row itself

    def __str__(self):
        return self.text

    def is_of(self, text):
        """Whether ``text`` is this address, or the page's own part of it."""
        return text == self.text or text in self.text.strip("/").split("/")


def addresses_with(name):
    """The Addresses that contain ``name`` (a Name), in any order and however the words are joined, also in the bin."""
    found = [Address(model, pk, text) for model, pk, text in _texts() if name.finder.letters.in_path(text)]
    pages = dict(
        Page.objects.filter(pk__in=[each.pk for each in found if _is_page(each)]).values_list("pk", "url_path")
    )
    whole = [
        Address(each.model, each.pk, pages[each.pk]) if each.pk in pages and _is_page(each) else each for each in found
    ]
    return list(dict.fromkeys(whole)) + _in_bin(name)


def _texts():
    for model in tables():
        fields = [
            field for field in model._meta.local_concrete_fields if is_address(field) and field.name != "url_path"
        ]
        if fields and model._meta.label_lower not in _FOLLOW_ANOTHER:
            for row in rows_of(model, fields):
                yield from ((model, row.pk, text) for text in row.values.values())


def _is_page(address):
    return issubclass(address.model, Page)


def _in_bin(name):
    rows = BinnedRow.objects.filter(is_reference=False).values_list("pk", "values").iterator(chunk_size=200)
    texts = [(pk, values.get(column)) for pk, values in rows for column in ("slug", "file")]
    urls = [(pk, text) for pk, text in texts if isinstance(text, str) and name.finder.letters.in_path(text)]
    whole = dict(BinnedRow.objects.filter(pk__in=[pk for pk, _ in urls]).values_list("pk", "values"))
    return [Address(BinnedRow, pk, whole[pk].get("url_path", text)) for pk, text in urls]
