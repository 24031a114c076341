"""One row of every model that is another's than the person's who asks, with words in it that nothing else has.

``SECRET`` stands in all that only others may know of: drafts, people, files, letters, stored queries. ``CLOSED`` in
the pages that are public for one group only.
"""

import json
import uuid
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import models
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    TaskState,
    Workflow,
    WorkflowState,
    WorkflowTask,
)
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from events.models import EventPage
from networks.models import NetworkEditors, SharedStatement, Term
from search.models import SynonymGroup
from tests.factories import add_page, make_event, make_network, make_organisation, source

# Without letters that JSON writes in another way.
KEY, SECRET, CLOSED = 4711, "Kvastfeningen", "Kantarellsoppan"
TITLE = f"{KEY} {SECRET}"
Tag = apps.get_model("taggit", "Tag")
# Models whose rows are for everybody or for all editors, or that say nothing of anybody.
OPEN = {
    "auth.Permission", "contenttypes.ContentType", "wagtailcore.Locale", "wagtailcore.Site",
    "events.EventCategory", "networks.Area", "networks.Organisation", "networks.SharedStatement",
    "events.CalendarPage", "networks.NetworkIndexPage", "gr_site.HomePage", "gr_site.StandardPage",
    "gr_site.GlossaryPage", "gr_site.AccessibilityStatementPage", "gr_site.Shortcoming", "gr_site.SiteFooter",
    "search.Findable", "search.IndexState", "search.IndexBuild", "wagtailembeds.Embed",
    "socialaccount.SocialApp",  # organisations' log-ins are settings here
    "wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry", "wagtailadmin.Admin",
}  # fmt: skip


def make_foreign(other):
    """The rows. ``other``: a network as ``conftest`` makes it, which the collection with the files lies below."""
    hidden = make_network(f"{SECRET}s nätverk", live=False)
    linked = f'<p>{SECRET} <a href="https://example.org/{SECRET}">{SECRET}</a></p>'
    body = [{"type": "paragraph", "value": linked}]
    event = add_page(hidden, EventPage(pk=KEY, title=TITLE, body=json.dumps(body)), live=False)
    Revision.objects.filter(object_id=str(event.pk)).update(id=KEY)
    Page.objects.filter(pk=KEY).update(latest_revision=KEY)
    collection = other.editors.collection.add_child(instance=Collection(pk=KEY, name=TITLE))
    document = Document.objects.create(
        pk=KEY, title=TITLE, file=ContentFile(b"1", name=f"{SECRET}.txt"), collection=collection
    )
    image = Image.objects.create(pk=KEY, title=TITLE, file=get_test_image_file(f"{SECRET}.png"), collection=collection)
    tag = Tag.objects.create(pk=KEY, name=TITLE)
    document.tags.add(tag)
    image.tags.add(tag)
    user = get_user_model().objects.create_user(
        SECRET.lower(), f"{SECRET.lower()}@example.org", pk=KEY, first_name=TITLE, last_name=SECRET
    )
    user.groups.add(other.editors.group)
    Page.objects.filter(pk__in=[KEY, hidden.pk]).update(owner=user, locked=True, locked_by=user)
    log(event, "wagtail.edit", user=user)
    group = Group.objects.create(pk=KEY, name=f"{TITLE}s redaktörer")
    closed = _closed(group)
    _review(user)
    _translation(hidden, event)
    editors = NetworkEditors.objects.get(network_key=hidden.translation_key)
    NetworkEditors.objects.filter(pk=editors.pk).update(group=group)
    editors.group.delete()
    Term.objects.create(pk=KEY, term=TITLE, expansion=SECRET)
    SynonymGroup.objects.create(pk=KEY, words=f"{TITLE}, dagis")
    Query.objects.create(pk=KEY, query_string=TITLE.lower())
    Redirect.objects.create(pk=KEY, old_path=f"/{SECRET}")
    make_organisation()
    for model in settings_registry:
        model.for_site(Site.objects.get())
    SharedStatement.objects.create(title="Vision", text="<p>Text</p>", locale=source())
    for model in apps.get_models():
        _fill(model)
    return SimpleNamespace(event=event, hidden=hidden, closed=closed)


def _review(user):
    """A review that waits, of a workflow that is not everybody's."""
    task = GroupApprovalTask.objects.create(pk=KEY, name=TITLE)
    workflow = Workflow.objects.create(pk=KEY, name=TITLE)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(EventPage.objects.get(pk=KEY), user)
    TaskState.objects.filter(pk=state.current_task_state_id).update(id=KEY, comment=SECRET, workflow_state=KEY)
    WorkflowState.objects.filter(pk=state.pk).update(id=KEY, current_task_state=KEY)


def _translation(hidden, event):
    """A translation into English that somebody has begun, of the page and of its network, with a link of its own."""
    english = [Locale.objects.get(language_code="en")]
    for page in (hidden, event):
        translate_object(page, english)
    source = TranslationSource.objects.get(object_id=event.translation_key)
    _give_key(source)
    _give_key(Translation.objects.get(source_id=KEY))
    _link(english[0])


def _link(locale):
    """The link in the page's text, with its words, and with an address of the translation's own."""
    link = OverridableSegment.objects.get(source_id=KEY)
    SegmentOverride.objects.create(pk=KEY, locale=locale, context=link.context, data_json=link.data_json)
    for row in (link.context, link, StringSegment.objects.get(source_id=KEY, attrs__contains=SECRET)):
        _give_key(row)


def _give_key(row):
    """Give the row KEY, and all that refer to it."""
    for relation in row._meta.related_objects:
        rows = relation.related_model._base_manager.filter(**{relation.field.name: row})
        rows.update(**{relation.field.attname: KEY})
    type(row)._base_manager.filter(pk=row.pk).update(id=KEY)


def _closed(group):
    """A public network that only ``group`` may see, with a meeting."""
    page = make_network(f"{CLOSED}s nätverk", introduction=f"<p>{CLOSED}</p>")
    event = make_event(page, date.today() + timedelta(30), title=f"{CLOSED}s möte", place=CLOSED)  # noqa: DTZ011 - any day
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(group)
    return SimpleNamespace(page=page, event=event)


def unmarked():
    """The labels of the models without a row that has SECRET in one of their texts, though they have texts."""
    return sorted(model._meta.label for model in apps.get_models() if not _is_marked(model))


def _is_marked(model):
    return model._meta.label in OPEN or not model._meta.managed or _marked(model) is not None


def _marked(model):
    """The key of a row with SECRET in one of its texts, of any row if the model has no texts. None without one."""
    texts = [field.attname for field in _texts(model)]
    for pk, *values in model._base_manager.order_by("-pk").values_list("pk", *texts):
        if not texts or SECRET.lower() in " ".join(map(str, values)).lower():
            return pk
    return None


def _texts(model):
    return [field for field in model._meta.local_concrete_fields if _takes_words(field)]


def _takes_words(field):
    if isinstance(field, models.JSONField):
        return True
    kinds = (models.CharField, models.TextField, models.FileField)
    long = field.max_length is None or field.max_length > len(TITLE) + 20
    key = field.attname in _KEYS or field.remote_field or field.choices
    return isinstance(field, kinds) and not key and long


def _fill(model):
    """Put a row with SECRET in all its texts into the table, past all that would happen when somebody saves one."""
    if _is_marked(model):
        return
    if model._meta.parents:
        texts = {field.attname: _words(field) for field in _texts(model) if not isinstance(field, models.JSONField)}
        model._base_manager.filter(pk=model._base_manager.order_by("pk").last().pk).update(**texts)
        return
    values = {field.attname: _value(field) for field in model._meta.concrete_fields}
    model._base_manager.bulk_create([model(**values)])


def _value(field):
    if field.remote_field:
        return _key_of(field.remote_field.model, field.null)
    if field.choices:
        return next(key for key, _ in field.flatchoices if key)
    if _takes_words(field):
        return _words(field)
    found = [value for kind, value in _PLAIN.items() if isinstance(field, kind)]
    return found[0] if found else _KEYS.get(field.attname, "x")


def _words(field):
    if isinstance(field, models.JSONField):
        return {"x": TITLE}
    for kind, value in _WORDS.items():
        if isinstance(field, kind):
            return value
    if field.attname == "filter_spec":  # a cache's key begins with it
        return slugify(TITLE)
    return f'{{"x": "{TITLE}"}}' if field.attname.endswith("json") or field.attname == "attrs" else TITLE


def _key_of(model, may_be_none):
    """The key of the marked row of ``model``, which is made if there is none."""
    if model._meta.label in OPEN:
        if model is ContentType:
            return ContentType.objects.get_for_model(EventPage).pk
        row = model._base_manager.order_by("pk").last()
        return row.pk if row else None
    if _marked(model) is None and not may_be_none:
        _fill(model)
    return _marked(model)


# What says which row is meant, and so holds no words.
_KEYS = {
    "object_id": str(KEY), "to_object_id": str(KEY), "parent_object_id": str(KEY), "model": "wagtailcore.page",
}  # fmt: skip
_WORDS = {
    models.EmailField: f"{SECRET.lower()}@example.org",
    models.URLField: f"https://example.org/{SECRET}",
    models.SlugField: slugify(TITLE),
    models.FileField: f"{SECRET}.txt",
}
_NOW = datetime(2030, 1, 1, tzinfo=UTC)
_PLAIN = {
    models.BooleanField: False,
    models.GenericIPAddressField: "192.0.2.1",
    models.IntegerField: KEY,
    models.DateTimeField: _NOW,
    models.DateField: _NOW.date(),
    models.TimeField: time(12),
    models.UUIDField: uuid.UUID(int=KEY),
}
