from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from .sitemaps import PageSitemap

urlpatterns = [
    path("admin/", include("networks.admin_urls")),
    path("admin/", include(admin_urls)),
    path("dokument/", include(document_urls)),
    path("ics/", include("events.feeds.urls")),
    path("atom/", include("events.changes.atom_urls")),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
]
if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
urlpatterns += i18n_patterns(
    path(_("sok/"), include("search.urls")),
    path(_("mote/"), include("events.urls")),
    path(_("mina-natverk/"), include("events.feeds.my_networks_urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
