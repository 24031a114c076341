from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, user):
        name = user.get_full_name()
        return f"{name} ({user.get_username()})" if name else user.get_username()


class NetworkEditorsForm(WagtailAdminModelForm):
    """``people`` are the users in the group. Only active users with a login can be chosen."""

    people = PeopleField(
        label=_("Redaktörer"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "De som får ändra nätverkets sida och möten. Den som saknas i listan behöver först en inloggning."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True)
        self.fields["people"].queryset = people.order_by("first_name", "last_name", "username")
        if self.instance.pk:
            self.fields["people"].initial = self.instance.group.user_set.all()

    def save(self, commit=True):
        editors = super().save(commit=commit)
        # Keep members who are not in the list because they cannot log in.
        hidden = editors.group.user_set.filter(is_active=False)
        editors.group.user_set.set([*self.cleaned_data["people"], *hidden])
        return editors
