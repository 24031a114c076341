"""The form of pictures, wherever an editor uploads or changes one."""

from wagtail.images.forms import BaseImageForm

from .fields import PictureField
from .renditions import make


class PictureForm(BaseImageForm):
    """The base of the forms in all of Wagtail's picture views (``WAGTAILIMAGES_IMAGE_FORM_BASE``)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            theirs = self.fields["file"]
            self.fields["file"] = PictureField(label=theirs.label, required=theirs.required, widget=theirs.widget)

    def save(self, commit=True):
        picture = super().save(commit=commit)
        if commit and self.changed_data:
            # A new file has lost the old one's renditions, and a new focus is a rendition of its own.
            make(picture)
        return picture
