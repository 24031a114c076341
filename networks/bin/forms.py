"""The bin's forms. A question stands in the form only where there is something to answer."""

from django import forms
from django.apps import apps
from django.core.validators import validate_unicode_slug
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..models import BinnedItem
from .rights import may_restore, parent_of


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Sök"), required=False, max_length=200)


class ParentField(forms.ModelChoiceField):
    def label_from_instance(self, page):
        return page.get_admin_display_title()


class RestoreForm(forms.Form):
    """``parent`` is asked for when the old one is gone, ``slug`` when another page has the address."""

    parent_choice = ParentField(label=_("Lägg den under"), queryset=Page.objects.none())
    slug_choice = forms.CharField(
        label=_("Ny adress"),
        max_length=255,
        validators=[validate_unicode_slug],
        help_text=_("Sista delen av adressen."),
    )

    def __init__(self, *args, item, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._below = parent_of(item) if item.kind == BinnedItem.Kind.PAGE else None
        if item.kind != BinnedItem.Kind.PAGE or self._below is not None:
            del self.fields["parent_choice"]
        else:
            self.fields["parent_choice"].queryset = _possible_parents(item, user)
        self._item_slug = _slug_of(item)
        self.taken_by = self._holder(self._below, self._item_slug)
        if self.taken_by is None and "parent_choice" not in self.fields:
            del self.fields["slug_choice"]
        elif self.taken_by is None:
            self.fields["slug_choice"].required = False
        else:
            self.fields["slug_choice"].initial = self._free_slug()

    @property
    def parent(self):
        return self.cleaned_data.get("parent_choice")

    @property
    def slug(self):
        return self.cleaned_data.get("slug_choice", "")

    def clean(self):
        data = super().clean()
        parent = data.get("parent_choice") or self._below
        slug = data.get("slug_choice") or self._item_slug
        if holder := self._holder(parent, slug):
            words = _("Adressen används redan av ”%(title)s”. Skriv en annan.")
            self.add_error(
                "slug_choice" if "slug_choice" in self.fields else None,
                forms.ValidationError(words, params={"title": holder.get_admin_display_title()}),
            )
        return data

    def _holder(self, parent, slug):
        return Page.objects.child_of(parent).filter(slug=slug).first() if parent and slug else None

    def _free_slug(self):
        taken = set(Page.objects.child_of(self._below).values_list("slug", flat=True))
        return next(slug for n in range(2, 1000) if (slug := f"{self._item_slug}-{n}") not in taken)


def _slug_of(item):
    row = item.rows.filter(model="wagtailcore.page", key=str(item.key), is_reference=False).first()
    return row.values["slug"] if row and item.kind == BinnedItem.Kind.PAGE else ""


def _possible_parents(item, user):
    """Pages that the item may lie below in every language that it comes back in, and where ``user`` may put it."""
    rows = item.rows.filter(model="wagtailcore.page", is_reference=False)
    own = rows.get(key=str(item.key)).values
    locales = {row.values["locale_id"] for row in rows if row.values["translation_key"] == own["translation_key"]}
    models = apps.get_model(item.model).allowed_parent_page_models()
    pages = (
        Page.objects.type(*models).filter(locale=own["locale_id"], alias_of=None) if models else Page.objects.none()
    )
    fitting = [page.pk for page in pages if _has_all(page, locales) and may_restore(user, item, page)]
    return pages.filter(pk__in=fitting).order_by("title")


def _has_all(page, locales):
    return locales <= {str(pk) for pk in page.get_translations(inclusive=True).values_list("locale", flat=True)}
