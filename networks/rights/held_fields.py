"""Takes the fields that the table keeps from a form's user out of it, and shows what is in them instead.

What is posted for such a field all the same is refused in words, and the form comes back with all else that was typed.
"""

from functools import wraps

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.admin.forms.models import WagtailAdminDraftStateFormMixin, WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from .held_forms import publishes, user_of
from .held_saves import changes_by_others
from .roles import held_names

KEPT_BY_GR = gettext_lazy("Det här ändrar GR:s redaktion. Hör av dig till dem om det ska vara något annat.")


def connect():
    """Called once the apps are loaded, after ``held_forms``."""
    for form in (WagtailAdminModelForm, BaseCollectionMemberForm):
        form.__init__ = _without_held(form.__init__)
        form.is_valid = _refusing(form.is_valid)
    # Wagtail's own asks the class, and would offer a schedule that the form no longer takes.
    WagtailAdminDraftStateFormMixin.show_schedule_publishing_toggle = property(
        lambda form: "go_live_at" in form.fields
    )
    FieldPanel.BoundPanel.__init__ = _read_only(FieldPanel.BoundPanel.__init__)
    TitleFieldPanel.BoundPanel.get_attrs = _filling_in_nothing(TitleFieldPanel.BoundPanel.get_attrs)
    FieldPanel.BoundPanel.get_read_only_context_data = _in_words(FieldPanel.BoundPanel.get_read_only_context_data)


def _without_held(make):
    @wraps(make)
    def __init__(self, *args, **kwargs):
        make(self, *args, **kwargs)
        names = held_names(user_of(self), self.instance)
        self.held = {name: self.fields.pop(name) for name in names & self.fields.keys()}

    return __init__


def _refusing(is_valid):
    @wraps(is_valid)
    def checked(self):
        # Asked first: a valid form has brought what was posted into the instance.
        bad = [field for name, field in self.held.items() if _changed(self, name, field)]
        valid = is_valid(self)
        faults = [refusal(field.label) for field in bad]
        if publishes(self):
            faults += changes_by_others(self.instance, user_of(self))
        for fault in faults:
            self.add_error(None, fault)
        return valid and not faults

    return checked


def _changed(form, name, field):
    key = form.add_prefix(name)
    if key not in form.data:
        return False
    posted = field.widget.value_from_datadict(form.data, form.files, key)
    return field.has_changed(form.get_initial_for_field(field, name), posted)


def refusal(label):
    """What she reads who has sent another value for a field that only GR's editors change."""
    words = _("”%(field)s” ändras bara av GR:s redaktion. Det du skrev i andra fält står kvar: spara en gång till.")
    return words % {"field": capfirst(label)}


def _read_only(make):
    @wraps(make)
    def __init__(self, **kwargs):
        make(self, **kwargs)
        if self.field_name in getattr(self.form, "held", ()):
            self.read_only = True
            self.heading = self.panel.heading or capfirst(self.panel.db_field.verbose_name)
            self.help_text = KEPT_BY_GR

    return __init__


def _in_words(describe):
    """Say in words that a field is empty, and whether a box is ticked."""

    @wraps(describe)
    def get_read_only_context_data(self):
        if self.field_name in getattr(self.form, "held", ()):
            if self.value_from_instance in (None, ""):
                self.value_from_instance = _("Inget")
            elif isinstance(self.value_from_instance, bool):
                self.value_from_instance = _("Ja") if self.value_from_instance else _("Nej")
        return describe(self)

    return get_read_only_context_data


def _filling_in_nothing(describe):
    """Wagtail's script stops with an error where the title is to fill in an address that is not in the form."""

    @wraps(describe)
    def get_attrs(self):
        attrs = describe(self)
        if attrs.get("data-w-sync-target-value"):
            return attrs
        return {name: value for name, value in attrs.items() if name == "placeholder"}

    return get_attrs
