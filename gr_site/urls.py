from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from .policies.headers import POLICY_REPORTS
from .policies.views import take_reports
from .share_pictures.views import share_picture
from .signing_in import closed_urls
from .sitemaps import MeetingSitemap, PageSitemap

handler404 = "gr_site.errors.views.not_found"
handler500 = "gr_site.errors.views.server_error"

urlpatterns = [
    # The texts of the translator's view: wagtail-localize's own, and those that its Swedish catalogue lacks.
    path("admin/localize/jsi18n/", JavaScriptCatalog.as_view(packages=["wagtail_localize", "gr_site"])),
    path("admin/", include(closed_urls.admin_urlpatterns)),
    path("admin/", include("networks.admin_urls")),
    path("admin/", include(admin_urls)),
    path("dokument/", include(closed_urls.document_urlpatterns)),
    path("", include("gr_site.files")),
    path("ics/", include("events.feeds.urls")),
    path("atom/", include("events.atom.urls")),
    path("", include("gr_site.well_known.urls")),
    path(POLICY_REPORTS.lstrip("/"), take_reports, name="policy_reports"),
    path("delningsbild/<uuid:key>/<str:language>-<str:digest>.png", share_picture, name="share_picture"),
    path("stilguide/", include("gr_site.styleguide.urls")),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap, "meetings": MeetingSitemap}}, name="sitemap"),
]
urlpatterns += i18n_patterns(
    path(_("sok/"), include("search.urls")),
    path(_("mote/"), include("events.urls")),
    path(_("mina-natverk/"), include("events.calendar.my_networks_urls")),
    path("konto/", include("gr_site.signing_in.urls")),
    path("_util/", include(closed_urls.page_urlpatterns)),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
