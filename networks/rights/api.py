"""Limits Wagtail's admin API to the files that the choosers show: those the user may choose or change."""

from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


def _within_reach(user, model):
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, ["choose", "change"]).values("pk")


class ImagesWithinReach(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=_within_reach(self.request.user, get_image_model()))


class DocumentsWithinReach(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=_within_reach(self.request.user, get_document_model()))
