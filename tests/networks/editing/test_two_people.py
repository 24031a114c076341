"""Two people at the form of the same page: what only one has changed is merged, and the rest is asked about."""

import pytest
from django.urls import reverse

from events.models import EventPage
from networks.models import NetworkPage
from networks.versions.seen import read_seen
from tests.events.editing.form_editor import Editor, draft_days, edit, rows_of
from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
DAY, OTHER_DAY = "2027-02-05", "2027-04-23"


@shared_fixture()
def event(site):
    return make_event(make_network(), DAY, OTHER_DAY)


@pytest.fixture
def bo(client, django_user_model):
    """Another administrator's browser."""
    user = django_user_model.objects.create_superuser(
        "bo", "bo@example.org", "hemligt", first_name="Bo", last_name="Ek"
    )
    other = type(client)()
    other.force_login(user)
    return other


def autosave(client, editor):
    return client.post(editor.address, editor.form, headers={"Accept": "application/json"})


def ask(editor, *actions):
    """Send the form, and take over what it asks as a browser would. Gives the questions."""
    response = editor.send(*actions or ("action-publish",))
    assert response.status_code == 200
    editor.fill(seen=response.context["form"]["seen"].value())
    return {question.path[:1] + question.path[2:]: question for question in response.context["questions"]}, response


def place_of(event, index=0):
    return rows_of(event)[index].place


def test_different_fields_rows_and_lists_are_merged(event, editor_client, bo):
    mine = edit(editor_client, event).change(DAY, theme="Vision").add("2027-06-04").fill(title="Vårens möten")
    edit(bo, event).change(DAY, place="Ale").change(OTHER_DAY, DELETE="1").add("2027-05-07").fill(
        introduction="Välkommen."
    ).publish()
    mine.publish()
    event.refresh_from_db()
    assert (event.title, event.introduction) == ("Vårens möten", "Välkommen.")
    assert [(str(row.start_date), row.theme, row.place) for row in rows_of(event)] == [
        (DAY, "Vision", "Ale"),
        ("2027-05-07", "", ""),
        ("2027-06-04", "", ""),
    ]


def test_a_question_says_who_when_and_both_values_and_stays_until_it_is_answered(event, editor_client, bo):
    mine = edit(editor_client, event).fill(title="Mitt namn", introduction="Min text")
    edit(bo, event).fill(title="Bos namn").publish()
    for _ in range(2):
        questions, response = ask(mine)
        (question,) = questions.values()
        assert (question.who, question.mine, question.stored) == ("Bo Ek", "Mitt namn", "Bos namn")
        html = response.content.decode()
        for words in ("Bo Ek ändrade detta", "Behåll min", "Ta den sparade", "Bos namn", "Mitt namn", "Min text"):
            assert words in html
        assert EventPage.objects.get().title == "Bos namn"
    mine.fill(**{question.name: "stored"}).publish()
    event.refresh_from_db()
    assert (event.title, event.introduction) == ("Bos namn", "Min text")


def test_an_answer_holds_only_for_what_was_shown(event, editor_client, bo):
    mine = edit(editor_client, event).fill(title="Mitt namn")
    edit(bo, event).fill(title="Bos namn").publish()
    (question,) = ask(mine)[0].values()
    edit(bo, event).fill(title="Bos nya namn").publish()
    mine.fill(**{question.name: "mine"})
    (question,) = ask(mine)[0].values()
    assert question.stored == "Bos nya namn"
    mine.fill(**{question.name: "mine"}).publish()
    event.refresh_from_db()
    assert event.title == "Mitt namn"


@pytest.mark.parametrize(("answer", "days"), [("mine", [OTHER_DAY]), ("stored", [DAY, OTHER_DAY])])
def test_a_row_that_one_took_away_and_the_other_changed(event, editor_client, bo, answer, days):
    mine = edit(editor_client, event).change(DAY, DELETE="1")
    edit(bo, event).change(DAY, place="Ale").publish()
    questions, _ = ask(mine)
    question = questions["occurrences",]
    assert question.mine == "Du har tagit bort raden."
    assert "Ale" in question.stored
    mine.fill(**{question.name: answer}).publish()
    assert [str(row.start_date) for row in rows_of(event)] == days


def change_in_public(client, row, place):
    """Change the meeting's place alone, which the public sees at once, whatever the draft says."""
    address = reverse("change_meeting_place", args=[row.translation_key])
    form = client.get(address).context["form"]
    data = {field.name: field.value() or "" for field in form} | {"place": place, "reason": "Krock"}
    response = client.post(address, data)
    if response.status_code == 200:  # a remark about the day is shown first
        response = client.post(address, data | {"noted": response.context["form"]["noted"].value()})
    assert response.status_code == 302, response.context["form"].errors


@pytest.mark.parametrize(("answer", "days"), [("mine", [OTHER_DAY]), ("stored", [DAY, OTHER_DAY])])
def test_a_row_that_a_saved_draft_took_away_and_the_other_changed_in_public(event, editor_client, bo, answer, days):
    key = rows_of(event)[0].translation_key
    mine = edit(editor_client, event).change(DAY, DELETE="1").autosave()
    change_in_public(bo, rows_of(event)[0], "Ale")
    questions, _ = ask(mine.autosave())
    question = questions["occurrences",]
    assert (question.mine, question.who) == ("Du har tagit bort raden.", "Bo Ek")
    assert "Ale" in question.stored
    mine.fill(**{question.name: answer}).publish()
    assert [str(row.start_date) for row in rows_of(event)] == days
    if answer == "stored":
        assert (rows_of(event)[0].translation_key, place_of(event)) == (key, "Ale")


def test_a_row_that_a_saved_draft_took_away_and_nobody_changed_is_not_asked_about(event, editor_client, bo):
    mine = edit(editor_client, event).change(DAY, DELETE="1").autosave()
    change_in_public(bo, rows_of(event)[1], "Ale")
    mine.publish()
    assert [(str(row.start_date), row.place) for row in rows_of(event)] == [(OTHER_DAY, "Ale")]


@pytest.mark.parametrize(("answer", "days"), [("mine", [DAY, OTHER_DAY]), ("stored", [OTHER_DAY])])
def test_a_row_that_one_changed_and_the_other_took_away(event, editor_client, bo, answer, days):
    key = rows_of(event)[0].translation_key
    mine = edit(editor_client, event).change(DAY, place="Ale")
    edit(bo, event).change(DAY, DELETE="1").publish()
    questions, _ = ask(mine)
    assert questions["occurrences",].stored == "Raden är borttagen."
    mine.fill(**{questions["occurrences",].name: answer}).publish()
    assert [str(row.start_date) for row in rows_of(event)] == days
    assert (rows_of(event)[0].translation_key == key) == (answer == "mine")


def test_an_autosave_never_overwrites_and_says_so(event, editor_client, bo):
    mine = edit(editor_client, event).fill(title="Mitt namn")
    edit(bo, event).fill(introduction="Bos text").save_draft()
    answer = autosave(editor_client, mine)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert answer.json()["error_message"].startswith("Bo Ek har sparat sidan.")
    mine.save_draft()
    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.introduction) == ("Mitt namn", "Bos text")


def test_two_windows_of_one_person_count_as_two(event, editor_client):
    first, second = (edit(editor_client, event) for _ in range(2))
    first.fill(title="Först").publish()
    assert autosave(editor_client, second.fill(title="Sedan")).status_code == 400
    assert list(ask(second)[0]) == [("title",)]


def test_the_forms_word_is_bound_to_its_page_and_a_form_without_it_overwrites_nothing(event, editor_client, bo):
    other = make_event(event.network, DAY, title="Andra möten")
    seen = edit(editor_client, other).form["seen"]
    assert read_seen(seen, other.pk).page == other.pk
    assert [read_seen(text, event.pk) for text in (seen, "", None, "nonsens", seen + "x")] == [None] * 5
    mine = edit(editor_client, event).fill(title="Mitt namn")
    edit(bo, event).change(DAY, place="Ale").publish()
    for text in (seen, ""):
        mine.fill(seen=text)
        assert mine.send("action-publish").status_code == 200
    assert place_of(event) == "Ale"
    assert EventPage.objects.get(pk=event.pk).title == event.title


def test_an_old_version_is_not_brought_back_over_what_was_saved_meanwhile(event, editor_client, bo):
    before = event.latest_revision
    edit(editor_client, event).fill(title="Nytt namn").publish()
    old = Editor(editor_client, reverse("wagtailadmin_pages:revisions_revert", args=[event.pk, before.pk]))
    edit(bo, event).fill(title="Bos namn").change(DAY, place="Ale").publish()
    questions, _ = ask(old)
    assert list(questions) == [("title",)]
    old.fill(**{questions["title",].name: "mine"}).publish()
    event.refresh_from_db()
    assert (event.title, place_of(event)) == (before.as_object().title, "Ale")


def test_a_merge_that_makes_no_sense_is_told_and_not_saved(event, editor_client, bo):
    mine = edit(editor_client, event).change(DAY, end_time="09:00")
    edit(bo, event).change(DAY, start_time="10:00").publish()
    assert set(ask(mine)[0]) == {("occurrences", "start_time"), ("occurrences", "end_time")}
    assert draft_days(event)


def test_a_meeting_that_one_has_added_is_not_the_one_that_both_took_away(event, editor_client, bo):
    mine, theirs = edit(editor_client, event), edit(bo, event)
    for form in (mine, theirs):
        form.change(DAY, DELETE="1").change(OTHER_DAY, DELETE="1")
    theirs.add("2027-03-17", theme="Budget").publish()
    mine.publish()
    (row,) = rows_of(event)
    assert (str(row.start_date), row.theme) == ("2027-03-17", "Budget")


def test_a_meeting_that_both_have_added_stands_once(event, editor_client, bo):
    mine, theirs = (edit(client, event).add("2027-06-04").add("2027-06-18") for client in (editor_client, bo))
    mine.change("2027-06-18", theme="Budget")
    theirs.publish()
    (key,) = [row.translation_key for row in rows_of(event) if str(row.start_date) == "2027-06-04"]
    mine.publish()
    added = [(str(row.start_date), row.theme) for row in rows_of(event)][2:]
    assert sorted(added) == [("2027-06-04", ""), ("2027-06-18", ""), ("2027-06-18", "Budget")]
    assert key in {row.translation_key for row in rows_of(event)}


def test_a_form_that_is_sent_twice_adds_its_meeting_once(event, editor_client):
    form = edit(editor_client, event).add("2027-06-04", place="Ale", start_time="18", end_time="24.00")
    assert [form.send("action-publish").status_code for _ in range(2)] == [302, 302]
    assert [str(row.start_date) for row in rows_of(event)] == [DAY, OTHER_DAY, "2027-06-04"]


def test_a_networks_members_are_merged_row_by_row(site, editor_client, bo):
    network = make_network(introduction="Om oss.", purpose="<p>Utbyta erfarenheter.</p>")
    address = reverse("wagtailadmin_pages:edit", args=[network.pk])

    def form(client):
        return Editor(client, address).fill(**{"comments-TOTAL_FORMS": "0"})

    def name(editor, index, text):
        total = int(editor.form["earlier_names-TOTAL_FORMS"])
        if index == total:
            editor.fill(**{"earlier_names-TOTAL_FORMS": str(total + 1), f"earlier_names-{index}-id": ""})
        return editor.fill(
            **{f"earlier_names-{index}-name": text, f"earlier_names-{index}-ORDER": str(index + 1)},
            **{f"earlier_names-{index}-DELETE": ""},
        )

    name(name(form(editor_client), 0, "Ett"), 1, "Två").publish()
    mine = name(name(form(editor_client), 0, "Ett A"), 2, "Tre")
    theirs = name(form(bo), 2, "Fyra").fill(**{"earlier_names-1-DELETE": "1", "introduction": "Bos ord."})
    theirs.publish()
    mine.publish()
    network = NetworkPage.objects.get(pk=network.pk)
    assert network.introduction == "Bos ord."
    assert sorted(row.name for row in network.earlier_names.all()) == ["Ett A", "Fyra", "Tre"]
