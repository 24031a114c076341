"""Wagtail's ways to delete a document or a picture in the admin, which here lead to the bin."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from wagtail.actions.delete import DeleteAction
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents.views import documents
from wagtail.documents.views import multiple as multiple_documents
from wagtail.documents.views.bulk_actions import DeleteBulkAction as DeleteDocuments
from wagtail.images.views import images
from wagtail.images.views import multiple as multiple_images
from wagtail.images.views.bulk_actions import DeleteBulkAction as DeleteImages
from wagtail.models import Page, ReferenceIndex

from .files import put_file_in_bin
from .page_views import CountsWhatWent, in_bin_words


class FileToBinAction(DeleteAction):
    """What Wagtail's views and API do for "delete"."""

    def execute(self, skip_permission_checks=False):
        self.check(skip_permission_checks=skip_permission_checks)
        return put_file_in_bin(self.instance, self.user)


class _ToBinView:
    template_name = "networks/admin/bin/confirm_file.html"

    def delete_action(self):
        self.item = put_file_in_bin(self.object, self.request.user)

    def get_success_message(self):
        return in_bin_words([self.item])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"uses": uses(self.object, self.request.user)}


class DocumentToBinView(_ToBinView, documents.DeleteView):
    pass


class ImageToBinView(_ToBinView, images.DeleteView):
    pass


class _UploadedToBinView:
    """The button that deletes one of several files that were just uploaded."""

    def post(self, request, *args, **kwargs):
        self.model = self.get_model()
        self.object = get_object_or_404(self.model, pk=kwargs[self.pk_url_kwarg])
        if not self.permission_policy.user_has_permission_for_instance(request.user, "delete", self.object):
            raise PermissionDenied
        key = self.object.pk
        put_file_in_bin(self.object, request.user)
        return JsonResponse({"success": True, self.context_object_id_name: key})


class UploadedDocumentToBinView(_UploadedToBinView, multiple_documents.DeleteView):
    pass


class UploadedImageToBinView(_UploadedToBinView, multiple_images.DeleteView):
    pass


class _ToBinBulkAction(CountsWhatWent):
    in_bin = ngettext_lazy(
        "%(number)d fil ligger nu i papperskorgen.", "%(number)d filer ligger nu i papperskorgen.", "number"
    )
    template_name = "networks/admin/bin/confirm_files.html"

    def object_context(self, item):
        return super().object_context(item) | {
            "uses": uses(item, self.request.user),
            "address": AdminURLFinder(self.request.user).get_edit_url(item),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": _("Ta bort filer")}

    def get_execution_context(self):
        return super().get_execution_context() | {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        for file in objects:
            put_file_in_bin(file, user)
        return len(objects), 0


class DocumentsToBinAction(_ToBinBulkAction, DeleteDocuments):
    pass


class ImagesToBinAction(_ToBinBulkAction, DeleteImages):
    pass


def uses(file, user):
    """``[(title, address or None, names of fields)]`` of what shows ``file`` and stays when it goes."""
    finder = AdminURLFinder(user)
    found = []
    for source, references in ReferenceIndex.get_references_to(file).group_by_source_object():
        fields = {each.describe_source_field() for each in references if not _goes_with_it(each)}
        if fields:
            address = finder.get_edit_url(source)
            found.append((_title(source, address), address, ", ".join(sorted(fields))))
    return found


def _goes_with_it(reference):
    return getattr(reference.on_delete, "__name__", "") == "CASCADE"


def _title(source, address):
    if isinstance(source, Page) and (address or source.live):
        return source.get_admin_display_title()
    return str(source) if address else _("Något som du inte har rätt att se")
