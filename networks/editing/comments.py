"""Comments in the margin of a page's form: nobody takes away what another wrote.

Wagtail means to refuse it, but Django does not ask what is wrong with a form that is to be deleted.
"""

from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.comments import CommentForm, CommentFormSet, CommentReplyForm
from wagtail.admin.panels import CommentPanel
from wagtail.models import COMMENTS_RELATION_NAME


class KeepsOthers:
    """A mixin for a formset of comments. Whoever deletes her own takes the answers to it with her."""

    def _should_delete_form(self, form):
        return super()._should_delete_form(form) and form.instance.user_id in (None, form.for_user.pk)


class Comments(KeepsOthers, CommentFormSet):
    """Those of a page."""


class Replies(KeepsOthers, BaseChildFormSet):
    """Those to a comment."""


class OwnCommentForm(CommentForm):
    class Meta(CommentForm.Meta):
        formsets = {
            "replies": {"form": CommentReplyForm, "formset": Replies, "inherit_kwargs": ["for_user"]},
        }


class OwnCommentPanel(CommentPanel):
    def get_form_options(self):
        options = super().get_form_options()
        comments = options["formsets"][COMMENTS_RELATION_NAME] | {"formset": Comments, "form": OwnCommentForm}
        return options | {"formsets": {COMMENTS_RELATION_NAME: comments}}
