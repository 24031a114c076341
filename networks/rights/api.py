"""Limits Wagtail's admin API to the files that the choosers show: those the user may choose or change."""

from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from .choosing import choosable


def _within_reach(user, model):
    return choosable(user, model).values("pk")


class ImagesWithinReach(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=_within_reach(self.request.user, get_image_model()))


class DocumentsWithinReach(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=_within_reach(self.request.user, get_document_model()))
