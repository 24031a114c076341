"""The sitemap: every page that any visitor may see, in each language it has text in (sitemaps.org; hreflang)."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page, Site

from events.models import EventPage, Occurrence
from networks.models import NetworkPage
from networks.restrictions.closed_paths import restricted_paths
from networks.translation import live_pages, of_source, other_languages


class OurSitemap(Sitemap):
    i18n = alternates = x_default = True

    def get_domain(self, site=None):
        return Site.objects.get(is_default_site=True).root_url.partition("://")[2]

    def get_protocol(self, protocol=None):
        return Site.objects.get(is_default_site=True).root_url.partition("://")[0]


class MeetingSitemap(OurSitemap):
    """Coming meetings. Past ones are found through their networks' pages."""

    def items(self):
        return list(Occurrence.objects.public().upcoming(timezone.localdate()).only("translation_key"))


class PageSitemap(OurSitemap):
    def items(self):
        """Source pages, each with ``in_languages`` (``{code: page}`` for itself and its live translations) and
        ``changed_at``, when a reader would last have noticed a change."""
        translations = {code: live_pages(code) for code in other_languages()}
        hidden = EventPage.objects.filter(network__live=False).values("pk")
        pages = of_source(Page.objects.live()).filter(depth__gt=1)
        found = list(pages.exclude(restricted_paths()).exclude(pk__in=hidden).order_by("path"))
        changed = dict(NetworkPage.objects.live().values_list("pk", "content_changed_at"))
        for page in found:
            page.changed_at = changed.get(page.pk) or page.last_published_at
            translated = {code: known.get(page.translation_key) for code, known in translations.items()}
            page.in_languages = {settings.LANGUAGE_CODE: page} | {code: its for code, its in translated.items() if its}
        return found

    def get_languages_for_item(self, item):
        return list(item.in_languages)

    def location(self, item):
        """Django activates the language of each address before it asks for it."""
        return item.in_languages[get_language()].get_url()

    def lastmod(self, item):
        return item.changed_at
