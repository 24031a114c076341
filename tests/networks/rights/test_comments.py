"""In the margin of a page's form, nobody changes or takes away what somebody else has written."""

import pytest
from wagtail.models import Comment, CommentReply

from .conftest import THUMBNAIL
from .forms import Form, address_of

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]


def margin(comment, reply, **changes):
    """The fields of the comments in the form of their page, as Wagtail's script fills them in."""
    data = {
        "comments-TOTAL_FORMS": 1, "comments-INITIAL_FORMS": 1, "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": "", "comments-0-id": comment.pk, "comments-0-text": comment.text,
        "comments-0-contentpath": "title", "comments-0-position": "", "comments-0-resolved": "",
        "comments-0-DELETE": "", "comments-0-replies-TOTAL_FORMS": 1, "comments-0-replies-INITIAL_FORMS": 1,
        "comments-0-replies-MIN_NUM_FORMS": 0, "comments-0-replies-0-id": reply.pk,
        "comments-0-replies-0-text": reply.text, "comments-0-replies-0-DELETE": "",
    }  # fmt: skip
    return data | {f"comments-0-{name}": value for name, value in changes.items()}


@pytest.fixture(params=["event", "page"])
def page(two, request):
    found = getattr(two.own, request.param)
    return type(found).objects.get(pk=found.pk)


def written(page, writer, answers):
    comment = Comment.objects.create(page=page, user=writer, text="Stämmer det?", contentpath="title")
    page.save_revision(user=writer)
    return comment, CommentReply.objects.create(comment=comment, user=answers, text="Ja.")


def left():
    return [*Comment.objects.values_list("text", flat=True), *CommentReply.objects.values_list("text", flat=True)]


@pytest.mark.parametrize("changes", [{"DELETE": "on"}, {"text": "Nej"}])
def test_another_s_comment_stays(two, page, as_editor, changes):
    comment, reply = written(page, two.central, two.editor)
    response = Form(as_editor, address_of(page)).post({}, **margin(comment, reply, **changes))
    assert response.status_code == 200
    assert left() == ["Stämmer det?", "Ja."]


@pytest.mark.parametrize("changes", [{"replies-0-DELETE": "on"}, {"replies-0-text": "Nej."}])
def test_another_s_answer_stays(two, page, as_editor, changes):
    comment, reply = written(page, two.editor, two.central)
    response = Form(as_editor, address_of(page)).post({}, **margin(comment, reply, **changes))
    assert response.status_code == 200
    assert left() == ["Stämmer det?", "Ja."]


@pytest.mark.parametrize(
    ("changes", "still_there"),
    [
        ({"DELETE": "on"}, []),
        ({"replies-0-DELETE": "on"}, ["Stämmer det?"]),
        ({"resolved": "1"}, ["Stämmer det?", "Ja."]),
    ],
)
def test_her_own_go_and_the_answers_with_them(two, page, as_editor, changes, still_there):
    comment, reply = written(page, two.editor, two.editor)
    response = Form(as_editor, address_of(page)).post({}, **margin(comment, reply, **changes))
    assert response.status_code == 302
    assert left() == still_there
