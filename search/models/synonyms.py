from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ..analysis.thesaurus import LONGEST_PHRASE, Group, is_usable, joined, phrases

_LONGEST = 300


class WordsInput(AdminAutoHeightTextInput):
    """Takes pasted lines and lists, and more than fits, so that nothing is cut off before the editor is told."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs.pop("maxlength", None)
        return attrs

    def value_from_datadict(self, data, files, name):
        return joined(data.get(name) or "")


class GroupForm(WagtailAdminModelForm):
    """Says what to do with what is too much for one group: Django only counts letters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for text in self._meta.model.texts:
            if text in self.fields:
                self.fields[text].error_messages["max_length"] = _(
                    "Det här är %(show_value)s tecken, och det får plats %(limit_value)s. "
                    "Dela upp orden på flera grupper: en grupp för varje sak."
                )


class GroupsInUse(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(deleted_at=None)


class DeletedGroups(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(deleted_at__isnull=False)


class SynonymGroup(models.Model):
    """Words and abbreviations for one thing, such as "MAS, medicinskt ansvarig sjuksköterska", and what it belongs
    to. In each field there are commas between phrases.

    A group that an editor deletes keeps its row, so that it can come back with its history and its place among the
    starter groups. ``objects`` does not have it.
    """

    words = models.CharField(
        _("ord på svenska"),
        max_length=_LONGEST,
        help_text=_(
            "Ord som betyder samma sak, med kommatecken mellan: ”MAS, medicinskt ansvarig sjuksköterska”. "
            "Skriv orden i grundform. Böjningar hittas ändå."
        ),
    )
    english = models.CharField(
        _("ord på engelska"),
        max_length=_LONGEST,
        blank=True,
        default="",
        db_default="",
        help_text=_("Samma sak på engelska: ”preschool, nursery” för ”förskola, dagis”."),
    )
    broader = models.CharField(
        _("ingår i"),
        max_length=_LONGEST,
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "Något större som detta är en del av: ”barnomsorg” för ”nattis”. "
            "Den som söker på det större hittar också detta."
        ),
    )
    see_also = models.CharField(
        _("se även"),
        max_length=_LONGEST,
        blank=True,
        default="",
        db_default="",
        help_text=_("Något som ligger nära men är en annan sak: ”kollektivtrafik” för ”skolskjuts”. Det visas sist."),
    )
    deleted_at = models.DateTimeField(_("borttagen"), null=True, editable=False, db_index=True)

    objects = GroupsInUse()
    deleted = DeletedGroups()

    texts = ("words", "english", "broader", "see_also")
    panels = [FieldPanel(text, widget=WordsInput) for text in texts]
    base_form_class = GroupForm

    class Meta:
        verbose_name = _("grupp av ord")
        verbose_name_plural = _("synonymer och förkortningar")
        ordering = [Lower("words"), "pk"]

    def __str__(self):
        return self.words

    @property
    def group(self):
        """The fields' phrases, in lower case."""
        return Group(*(phrases(getattr(self, text)) for text in self.texts))

    @property
    def digest(self):
        """Of its content."""
        return sha256("\n".join(getattr(self, text) for text in self.texts).encode()).hexdigest()

    @property
    def source(self):
        """Whose words these are. A list of groups reads ``starter`` with them."""
        starter = getattr(self, "starter", None)
        if starter is None:
            return _("Egen grupp")
        return _("Från grundordlistan") if starter.digest == self.digest else _("Från grundordlistan, ändrad")

    def clean(self):
        super().clean()
        errors = {text: wrong for text in self.texts if (wrong := _wrong_in(getattr(self, text)))}
        own = (*self.group.swedish, *self.group.english)
        for text in ("broader", "see_also"):
            if twice := [each for each in phrases(getattr(self, text)) if each in own]:
                errors[text] = _("”%(phrase)s” står redan bland orden. Skriv något annat här.") % {"phrase": twice[0]}
        if not errors and self.words and len(set(own)) < 2 and not (self.group.broader or self.group.related):
            errors["words"] = _(
                "Skriv minst två olika ord med kommatecken mellan, eller fyll i ord på engelska, ”ingår i” eller "
                "”se även”."
            )
        if errors:
            raise ValidationError(errors)


def _wrong_in(text):
    if text.strip() and not phrases(text):
        return _("Skriv ord med bokstäver eller siffror.")
    if long := [each for each in phrases(text) if not is_usable(each)]:
        return _("”%(phrase)s” är för långt. Skriv högst %(number)s ord mellan två kommatecken.") % {
            "phrase": long[0],
            "number": LONGEST_PHRASE,
        }
    return ""


class StarterGroup(models.Model):
    """Remembers a group that the starter thesaurus has been loaded with, also when an editor has deleted it.

    ``key`` is its first word, and ``digest`` that of what was loaded: a group with another has been changed since.
    """

    key = models.CharField(max_length=_LONGEST, unique=True)
    digest = models.CharField(max_length=64)
    group = models.OneToOneField(SynonymGroup, models.SET_NULL, null=True, related_name="starter")

    def __str__(self):
        return self.key
