"""The panels of the edit form that show the event's dates: the schedule and the dates that its rule gives."""

from collections import defaultdict
from functools import partial

from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, get_form_for_model

from ..amending.actions import links
from .comparing import MeetingsComparison
from .occurrence_forms import OccurrenceForm, OccurrenceFormSet
from .review import FormReview

MEDIA = Media(css={"all": ["events/admin/dates.css"]}, js=["events/admin/dates.js"])


class OccurrencesPanel(InlinePanel):
    """The rows in order, each folded to one line, past rows by year. They keep identity (see ``occurrence_forms``)."""

    def get_form_options(self):
        options = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        form = get_form_for_model(
            self.db_field.related_model, form_class=OccurrenceForm, defer_required_on_fields=deferred
        )
        options["formsets"][self.relation_name] |= {"form": form, "formset": OccurrenceFormSet}
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "events/admin/dates.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.form is None:
                return
            review = review_of(self.form)
            links_of = _links(self.instance)
            for child in self.children:
                found = review.readings.get(child.form.prefix)
                child.reading, child.remarks = found, review.remarks.get(child.form.prefix, [])
                child.has_errors = bool(child.form.is_bound and child.form.errors)
                child.folded = bool(found and found.meeting and not child.has_errors)
                child.links = links_of.get(child.form.instance.translation_key, [])
            self.children.sort(key=lambda child: child.reading.day if child.reading else timezone.localdate().max)

        def get_comparison(self):
            return [partial(MeetingsComparison, self.panel.db_field)]

        @property
        def past_years(self):
            """``[(year, children)]`` for the folded past rows, the latest year first."""
            years = defaultdict(list)
            for child in self.children:
                if child not in self.coming:
                    years[child.reading.meeting.last.year].append(child)
            return sorted(years.items(), reverse=True)

        @cached_property
        def coming(self):
            today = timezone.localdate()
            return [child for child in self.children if not child.folded or child.reading.meeting.last >= today]

        @property
        def review_url(self):
            page = self.instance if self.instance.pk else self.form.parent_page
            return reverse("review_dates", args=[page.pk])

        @property
        def media(self):
            return super().media + MEDIA


class HiddenPanel(FieldPanel):
    """A field that the form keeps for itself. Comparisons of versions do not show it."""

    def get_comparison_class(self):
        return None


class SeriesPanel(Panel):
    """The dates that the rule gives, so that an editor sees each one before saving and can skip it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/series.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"series": review_of(self.form).series}


def review_of(form):
    """The form's FormReview, made once and shared by all its panels."""
    if not hasattr(form, "dates_review"):
        form.dates_review = FormReview.of_form(form)
    return form.dates_review


def _links(event):
    """``{key: links}`` to the actions on each of the event's published meetings. One query."""
    if not event.pk or not event.live:
        return {}
    rows = event.occurrences.model.objects.filter(page=event.pk)
    return {row.translation_key: links(row) for row in rows}
