"""Admin addresses that stand before Wagtail's own of the same name."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from .rights.views import AddToNetworkView

urlpatterns = [
    path("pages/<int:parent_page_id>/add_subpage/", require_admin_access(AddToNetworkView.as_view())),
]
