"""Holds what a translator types into wagtail-localize's editor to what she may change and refer to on the page.

Its strings and overrides are stored at once and published later, maybe by somebody else, so they are refused here.
"""

from contextlib import contextmanager
from functools import wraps

from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.response import Response
from wagtail.blocks import BaseStreamBlock, ChooserBlock, ListBlock, StructBlock
from wagtail.fields import StreamField
from wagtail_localize.models import OverridableSegment, StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation

from ..writing.checks import check_length
from .access import is_central
from .held_forms import REFUSED
from .references import reference, refused
from .roles import at_work, held_names

_STRINGS = {"slug"}  # of what the table keeps from her: the texts that a translation has of its own


def connect():
    """Leave out of the editor what its user may not change. Called once the apps are loaded."""
    edit_translation.get_segment_location_info = _without_held(edit_translation.get_segment_location_info)


def held_strings(user, instance):
    """The paths of the texts of ``instance`` that ``user`` may not translate."""
    return held_names(user, instance) & _STRINGS


def _without_held(locate):
    @wraps(locate)
    def get_segment_location_info(instance, tabs, content_path, *args, **options):
        if content_path in held_strings(at_work(), instance):
            raise edit_translation.FieldHasNoEditPanelError
        return locate(instance, tabs, content_path, *args, **options)

    return get_segment_location_info


def check_translation(text):
    """Raise ValidationError for a ``text`` that is stored neither when it is typed nor when it comes in a file.

    HTML that is not that of the page is stored by both ways and marked, and is not published: ``StringTranslation``.
    """
    check_length(text)
    ProhibitNullCharactersValidator()(text)  # PostgreSQL takes it in no text


class EditStringView(edit_translation.edit_string_translation.cls):
    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        segment = get_object_or_404(StringSegment, pk=kwargs["string_segment_id"])
        if segment.context.path in held_strings(request.user, segment.source.get_source_instance()):
            self.permission_denied(request, message=_("Sidans adress ändras bara av GR:s redaktion."))

    def put(self, request, *args, **kwargs):
        try:
            check_translation(request.POST.get("value", ""))
        except ValidationError as error:
            return Response({"detail": " ".join(error.messages)}, status=status.HTTP_400_BAD_REQUEST)
        return super().put(request, *args, **kwargs)


class EditOverrideView(edit_translation.edit_override.cls):
    def put(self, request, translation_id, overridable_segment_id):
        segment = get_object_or_404(OverridableSegment, pk=overridable_segment_id)
        if _is_foreign(request.user, segment, request.POST.get("value", "")):
            return Response({"detail": str(REFUSED)}, status=status.HTTP_403_FORBIDDEN)
        return super().put(request, translation_id, overridable_segment_id)


def _is_foreign(user, segment, value):
    source = segment.source.get_source_instance()
    model = model_at(type(source), segment.context.get_field_path(source))
    if model is None or is_central(user) or value == str(segment.data):
        return False
    return bool(refused(user, {reference(model, value)}))


def model_at(model, path):
    """What the value at ``path`` (``body.figure.image.image``) of a page of type ``model`` refers to; None if nothing.

    The path is that of wagtail-localize: fields, and the names of blocks.
    """
    name, *rest = path.split(".")
    field = model._meta.get_field(name)
    if isinstance(field, StreamField):
        return _model_in(field.stream_block, rest)
    if field.is_relation:
        return model_at(field.related_model, ".".join(rest)) if rest else field.related_model
    return None


def _model_in(block, names):
    for name in names:
        if isinstance(block, BaseStreamBlock | StructBlock):
            block = block.child_blocks.get(name)
        elif isinstance(block, ListBlock):
            block = block.child_block
        else:
            return None  # the address of a link in a text
    return block.model_class if isinstance(block, ChooserBlock) else None


@contextmanager
def strings_kept(user, instances):
    """Whatever fills in many texts inside: those of ``instances`` that ``user`` may not translate stay as they are."""
    held = [each.translation_key for each in instances if held_strings(user, each)]
    strings = StringTranslation.objects.filter(context__object__in=held, context__path__in=_STRINGS)
    before = {each.pk: each for each in strings}
    yield
    after = {each.pk: each for each in strings.all()}
    strings.filter(pk__in=after.keys() - before.keys()).delete()
    for key, each in before.items():
        if key not in after or _content(each) != _content(after[key]):
            each.save()


def _content(row):
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]


def keeping_held_strings(view):
    """Wrap a view that fills in the texts of a translation from a file or a machine."""

    @wraps(view)
    def guarded(request, translation_id, **kwargs):
        translation = get_object_or_404(Translation, pk=translation_id)
        with strings_kept(request.user, [translation.source.get_source_instance()]):
            return view(request, translation_id=translation_id, **kwargs)

    return guarded
