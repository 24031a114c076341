"""Each field of a meeting and of an event is declared, and is to the site what its declaration says."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.forms import modelform_factory
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.documents.models import Document

from events.amending import forms as amending_forms
from events.amending.applying import version
from events.attention.documents import unmarked_documents
from events.editing.event_form import check_doubles
from events.fields.declared import AMENDED, EVENT, FILES, MEETING, TYPED, Found, Log, found
from events.models import CalendarObject, EventPage, Occurrence, PublicChange
from events.models.change_kinds import ChangeKind
from networks.editing.merging import FormMerge
from networks.fields.declared import NETWORK, Part, names, source_facts, typed, unlisted, words
from networks.translation import TranslatedRow
from networks.versions.merging import merge
from networks.versions.rows import keyed
from networks.versions.seen import content_of, seen_of
from search.models import Findable
from tests.built_once import built_once, copy_of_built
from tests.factories import make_editor, make_event, make_meeting, make_network, publish
from tests.field_values import DAY, another_value, own_fields, word
from tests.translating import first_pages_in_english, translate

BY_NAME = {field.name: field for field in MEETING}
MEETING_WORDS = words(MEETING)
each_typed = pytest.mark.parametrize("name", TYPED)


def two_meetings(site):
    return make_event(make_network(), make_meeting(DAY), make_meeting(DAY + timedelta(days=70)))


built = built_once(two_meetings)
event = copy_of_built()


def first(event):
    return Occurrence.objects.filter(page=event.pk).first()


def change(event, name, value):
    """Another value in one field of the first meeting, published."""
    event = EventPage.objects.get(pk=event.pk)
    rows = list(event.occurrences.all())
    setattr(rows[0], name, value)
    event.occurrences = rows
    return publish(event)


# --- The declarations and the models ---


@pytest.mark.parametrize(
    ("model", "declared", "inherited"),
    [(Occurrence, MEETING, {"page", "locale", "translation_key"}), (EventPage, EVENT, {"title", "show_in_menus"})],
)
def test_each_field_is_declared_once(model, declared, inherited):
    declared = [field.name for field in declared]
    assert sorted(set(declared)) == sorted(declared)
    own = own_fields(model) - {"id"} if model is EventPage else own_fields(model, [TranslatedRow]) - {"id", "page"}
    wrong = sorted(own ^ (set(declared) - inherited))
    assert not wrong, f"{wrong}: declare each field of the model, and no other: docs/add-a-field.md, step 2"


def test_what_an_editor_types_is_in_the_form():
    form = EventPage.get_edit_handler().get_form_class()
    hidden = set(typed(EVENT)) - {"show_in_menus", *form.base_fields, *form.formsets}
    hidden |= set(TYPED) - set(form.formsets["occurrences"].form.base_fields)
    assert not hidden, (
        f"{sorted(hidden)}: give each a FieldPanel in events/editing/tabs.py: docs/add-a-field.md, step 3"
    )


def test_a_change_of_its_own_has_words():
    own = [field.name for field in MEETING if field.log is Log.OWN]
    assert [name for name in own if name not in ChangeKind.values] == []


# --- What an editor types ---


@pytest.mark.django_db
@each_typed
def test_whatever_a_person_types_makes_a_row_of_a_series_hers(name):
    row = Occurrence(start_date=DAY, recurrence_id=DAY)
    assert not row.is_touched
    setattr(row, name, another_value(Occurrence, name))
    assert row.is_touched is (name != "moved_from")  # which follows from its dates


@each_typed
def test_what_another_has_changed_meanwhile_is_taken_over_and_what_both_have_is_asked_about(event, name):
    key, rules = str(first(event).translation_key), rules_of(event)
    seen = content_of(event)["occurrences"]
    event = change(event, name, another_value(Occurrence, name))
    mine = [row | {name: "something else"} for row in seen]
    seen, mine, stored = ({"occurrences": keyed(rows)} for rows in (seen, mine, content_of(event)["occurrences"]))
    assert merge(seen, seen, stored, rules).content == stored
    assert merge(seen, seen, stored, rules).disputed == []
    asked = [] if name == "moved_from" else [("occurrences", key, name)]  # the site itself notes where it was
    assert merge(seen, mine, stored, rules).disputed == asked


def rules_of(event):
    form = EventPage.get_edit_handler().get_form_class()(instance=event, for_user=get_user_model()(is_superuser=True))
    return FormMerge(form, event, event, seen_of(event, form.merged_names), {}).rules


@each_typed
def test_the_small_forms_ask_again_where_what_they_show_has_changed(event, name):
    row = first(event)
    before = version(row)
    setattr(row, name, another_value(Occurrence, name))
    assert (version(row) != before) is BY_NAME[name].amended


def test_the_small_forms_show_nothing_else_of_a_meeting():
    kinds = [form for form in vars(amending_forms).values() if isinstance(form, type) and hasattr(form, "base_fields")]
    shown = {name for form in kinds for name in form.base_fields}
    assert shown & set(TYPED) <= set(AMENDED)


@pytest.mark.django_db
@each_typed
def test_two_meetings_of_an_event_differ_in_what_tells_them_apart(name):
    value = another_value(Occurrence, name)
    data = {field: getattr(Occurrence(start_date=DAY), field) for field in TYPED}
    form = modelform_factory(Occurrence, form=WagtailAdminModelForm, fields=TYPED)
    rows = [form(data), form(data | {name: getattr(value, "pk", value)})]
    assert [row.errors for row in rows] == [{}, {}]
    check_doubles(rows)
    assert rows[1].errors is not BY_NAME[name].tells_apart


# --- What the public is told ---


@each_typed
def test_the_meetings_page_shows_another_value(event, name, client):
    def main():
        html = client.get(first(event).get_absolute_url()).content.decode()
        return html.partition("<main")[2].partition("</main>")[0]

    before = main()
    change(event, name, another_value(Occurrence, name))
    assert main() != before, f"{name}: show it on the meeting's page: docs/add-a-field.md, step 4"


def told(event):
    """What the log, the feeds and the search say of the event: ``([(kind, reason)], [VEVENT], [row])``."""
    log = PublicChange.objects.filter(event_key=event.translation_key).exclude(kind="new").order_by("pk")
    feed = CalendarObject.objects.filter(event=event.pk).order_by("uid").values_list("content_digest", flat=True)
    search = Findable.objects.filter(subject=event.translation_key).order_by("key")
    return list(log.values_list("kind", "reason")), list(feed), list(search)


@each_typed
def test_another_value_is_told_where_it_is_declared(event, name):
    field, value = BY_NAME[name], another_value(Occurrence, name)
    _log, feed, search = told(event)
    changed_log, changed_feed, changed_search = told(change(event, name, value))
    assert (changed_feed != feed) is field.feed
    assert _is_logged(field, value, changed_log)
    digests = [[row.digest for row in rows] for rows in (search, changed_search)]
    assert (digests[0] == digests[1]) is (field.found is Found.NOWHERE)
    texts = {Found.TEXT: ("text",), Found.LINE: ("title", "facts")}.get(field.found, ())
    assert not texts or any(str(value) in getattr(row, text) for row in changed_search for text in texts)


def _is_logged(field, value, changes):
    kinds = [kind for kind, _reason in changes]
    if field.log is Log.OWN:
        return kinds == [field.name]
    if field.log is Log.REASON:
        return changes == [("note", value)]
    return bool(kinds) is (field.log is Log.MEETING)


def test_the_admins_search_reads_what_editors_find_by():
    rows = next(field for field in EventPage.search_fields if getattr(field, "field_name", "") == "occurrences")
    assert {field.field_name for field in rows.fields} == set(found(Found.LINE, Found.TEXT))
    read = {field.field_name for field in EventPage.get_search_fields()}
    assert set(names(EVENT, Part.TEXT)) <= read


@pytest.mark.parametrize("name", found(Found.LINE))
def test_lists_are_filtered_by_what_their_lines_show(event, name):
    value = another_value(Occurrence, name)
    change(event, name, value)
    assert [row.start_date for row in Occurrence.objects.public().mentioning(value.upper())] == [DAY]


@pytest.mark.parametrize("name", FILES)
def test_a_document_of_a_meeting_is_found_asked_about_and_followed(event, name):
    document = another_value(Occurrence, name)
    event = change(event, name, document)
    assert Findable.objects.get(subject=event.translation_key, document=document).variety == name
    assert list(unmarked_documents(make_editor(event.network))) == [document]
    document.file = ContentFile(b"Ny text.", name="ny-fil.txt")
    document.save()
    component = CalendarObject.objects.get(uid=first(event).translation_key).component
    assert Document.objects.get().url.rpartition("/")[2] in component.replace("\r\n ", "")


# --- In lists and in other languages ---


def test_lists_read_no_long_texts(event):
    with_documents = change(event, "agenda", another_value(Occurrence, "agenda"))
    row = Occurrence.objects.filter(page=with_documents).with_pages().first()
    assert row.page.get_deferred_fields() == set(unlisted(EVENT))
    assert row.page.network.get_deferred_fields() == set(unlisted(NETWORK))
    assert set(FILES) <= row._state.fields_cache.keys()


def test_words_are_lent_by_a_translation(site):
    first_pages_in_english(site)
    fields = {name: another_value(Occurrence, name) for name in MEETING_WORDS}
    texts = {name: another_value(EventPage, name) for name in names(EVENT, Part.TEXT)}
    network = make_network()
    event = make_event(network, make_meeting(DAY, **fields), **texts)
    yaks = {word(name): word(name, "Yak") for name in (*fields, *texts)}
    translate(network, {network.title: "Preschool Network"})
    translate(event, yaks | {"Möten": "Meetings"})
    row = Occurrence.objects.filter(page=event).select_related("page").in_language("en", texts=True).get()
    assert {name: getattr(row, name) for name in MEETING_WORDS} == {name: word(name, "Yak") for name in MEETING_WORDS}
    assert [name for name in texts if word(name, "Yak") not in str(getattr(row.page, name))] == []
    assert row.page.title == "Meetings"


def test_translations_take_over_the_facts(site):
    first_pages_in_english(site)
    network = make_network()
    event = make_event(network, make_meeting(DAY))
    translate(network, {})
    facts = [name for name in source_facts(MEETING) if name != "start_date"]
    for name in facts:
        event = change(event, name, another_value(Occurrence, name))
    translation = translate(event, {})
    stored, copy = first(event), translation.occurrences.get()
    assert {name: getattr(copy, name) for name in facts} == {name: getattr(stored, name) for name in facts}
