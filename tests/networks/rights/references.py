"""Finds every place of a form that can refer to something, and fills each with something of another network.

A place is named by its path: ``purpose``, ``body.4.image``, ``documents.0.document``. What is found and cannot be
filled is an error: a new field or block belongs in one of the lists below.
"""

from django.contrib.auth import get_user_model
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from wagtail import blocks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.widgets import BaseChooser
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale, Page
from wagtail.rich_text import features
from wagtail.test.utils.form_data import rich_text, streamfield

from events.models import EventCategory
from networks.models import Area, NetworkPage, Organisation, SharedStatement
from networks.rights.held_forms import REFUSED, REFUSED_IN_TEXT

# All rows of these may be chosen by everybody who has the form.
OPEN = {
    Area: "a register is there to choose from",
    Organisation: "a register is there to choose from",
    SharedStatement: "a register is there to choose from",
    EventCategory: "a register is there to choose from",
    Locale: "languages are no secret",
}
PLAIN_FEATURES = {"h2", "h3", "h4", "bold", "italic", "ul", "ol", "hr", "embed"}
LINKS = {
    "link": lambda foreign: f'<a linktype="page" id="{foreign[Page].pk}">sidan</a>',
    "document-link": lambda foreign: f'<a linktype="document" id="{foreign[get_document_model()].pk}">filen</a>',
    "image": lambda foreign: f'<embed embedtype="image" id="{foreign[get_image_model()].pk}" format="left" alt="x"/>',
}


class CannotFill(Exception):
    """A place that can refer to something, which the test does not know how to fill."""


def foreign_of(other, stranger, unseen_network):
    return {
        Page: other.draft,
        NetworkPage: unseen_network,
        get_document_model(): other.document,
        get_image_model(): other.image,
        get_user_model(): stranger,
    }


def fill_form(form, foreign):
    """``(data, places)``: what to post over the form's own data, nested by its names, and the paths it fills."""
    data, places = {}, set()
    for name, field in form.fields.items():
        found = fill_field(field, foreign, name)
        if found:
            data[name], inner = found
            places |= inner
    for name, formset in getattr(form, "formsets", {}).items():
        if name == "comments":
            continue  # words between editors
        row, inner = fill_form(formset.empty_form, foreign)
        if inner:
            at = formset.total_form_count()
            data[name] = {"TOTAL_FORMS": str(at + 1), str(at): {"id": "", "ORDER": str(at + 1), "DELETE": "", **row}}
            places |= {f"{name}.{at}.{path}" for path in inner}
    return data, places


def fill_field(field, foreign, path):
    if hasattr(field, "block"):
        found = fill_block(field.block, foreign, path)
        return found if found[1] else None
    if isinstance(field, ModelChoiceField):
        model = field.queryset.model
        if model in OPEN or path == "id":  # a row's own key
            return None
        key = str(_key(model, foreign, path))
        return ([key] if isinstance(field, ModelMultipleChoiceField) else key), {path}
    if isinstance(field.widget, DraftailRichTextArea):
        return fill_text(field.widget.features, foreign, path)
    if isinstance(field.widget, BaseChooser):
        raise CannotFill(path)
    return None


def fill_text(wanted, foreign, path):
    unknown = set(wanted) - PLAIN_FEATURES - LINKS.keys()
    if unknown:
        raise CannotFill(f"{path}: {unknown}")
    links = [LINKS[feature](foreign) for feature in wanted if feature in LINKS]
    texts = [link if link.startswith("<embed") else f"<p>Här är {link} att läsa.</p>" for link in links]
    return (rich_text("".join(texts), features=wanted), {path}) if links else None


def fill_block(block, foreign, path):
    """``(data, places)``. A part that refers to nothing is filled with a word."""
    if isinstance(block, ImageBlock):
        key = _key(get_image_model(), foreign, path)
        return {"image": str(key), "decorative": "", "alt_text": "Vad bilden visar"}, {f"{path}.image"}
    if isinstance(block, blocks.ChooserBlock):
        model = block.model_class
        return ("", set()) if model in OPEN else (str(_key(model, foreign, path)), {path})
    if isinstance(block, blocks.RichTextBlock):
        return fill_text(block.features or features.get_default_features(), foreign, path) or ("", set())
    if isinstance(block, blocks.BaseStreamBlock):
        return _fill_stream(block, foreign, path)
    if isinstance(block, blocks.ListBlock):
        value, places = fill_block(block.child_block, foreign, f"{path}.0")
        return {"count": "1", "0": {"value": value, "id": "", "order": "0", "deleted": "", "type": "item"}}, places
    if isinstance(block, blocks.BaseStructBlock):
        parts = {name: fill_block(child, foreign, f"{path}.{name}") for name, child in block.child_blocks.items()}
        return {name: value for name, (value, _) in parts.items()}, set().union(
            *(inner for _, inner in parts.values())
        )
    if type(block).extract_references is not blocks.Block.extract_references:
        raise CannotFill(f"{path}: {type(block)}")
    return "Ord", set()


def _fill_stream(block, foreign, path):
    """One of each kind of block that can refer to something."""
    items, places = [], set()
    for name, child in block.child_blocks.items():
        value, inner = fill_block(child, foreign, f"{path}.{len(items)}")
        if inner:
            items.append((name, value))
            places |= inner
    return streamfield(items), places


def _key(model, foreign, path):
    if model not in foreign:
        raise CannotFill(f"{path}: {model}")
    return foreign[model].pk


def refused_places(form):
    """The paths of the fields and blocks at which the form says that what was chosen is another's."""
    found = {path for name in form.errors for path in _refused(name, form.errors[name].as_data())}
    for name, formset in getattr(form, "formsets", {}).items():
        for at, row in enumerate(formset.forms):
            found |= {f"{name}.{at}.{path}" for path in refused_places(row)}
    return found


def _refused(path, errors):
    for error in errors:
        inner = getattr(error, "block_errors", None)
        if inner:
            for name, fault in inner.items():
                yield from _refused(f"{path}.{name}", [fault])
        elif error.messages[0] in (str(REFUSED), str(REFUSED_IN_TEXT)):
            yield path
