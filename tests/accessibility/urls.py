from django.urls import path

from gr_site.urls import urlpatterns as site_urls


def break_down(request):
    raise RuntimeError("What a visitor sees of this is our page for it.")


urlpatterns = [path("trasig/", break_down), *site_urls]
