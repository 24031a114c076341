"""The hidden field of an edit form that carries what it was made from."""

from django import forms


class SeenField(forms.CharField):
    """Never counts as a change of the page."""

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial, data):
        return False
