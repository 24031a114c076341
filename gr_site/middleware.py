"""The content security policy, strict for visitors and wide enough for Wagtail's admin."""

from csp.middleware import CSPMiddleware


class PublicContentSecurityPolicy(CSPMiddleware):
    """Sends the strict policy of ``CONTENT_SECURITY_POLICY`` on every page but those of the admin.

    Wagtail's page editor and wagtail-localize use inline scripts and styles, which ``default-src 'self'`` forbids.
    """

    ADMIN_PREFIXES = ("/admin/", "/django-admin/")

    def process_response(self, request, response):
        if request.path.startswith(self.ADMIN_PREFIXES):
            return response
        return super().process_response(request, response)
