"""A form of the admin as a browser holds it."""

from django.http import QueryDict
from django.urls import reverse
from lxml.html import fromstring
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data


class Form:
    """A form in her browser. ``data`` is what it holds."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        response = client.get(address)
        assert response.status_code == 200, response.get("Location")
        self.form = response.context["form"]
        self.data = QueryDict(mutable=True)
        page = fromstring(response.content.decode())
        (html,) = page.xpath("//form[@method='POST' and .//input[@name='csrfmiddlewaretoken']][@id]")[:1]
        for name, value in html.form_values():
            if name != "csrfmiddlewaretoken":
                self.data.appendlist(name, value)
        for name, field in self.form.fields.items():
            if hasattr(field, "block"):
                self.data[f"{name}-count"] = "0"

    def post(self, nested, **more):
        data = self.data.copy()
        for name, value in (nested_form_data(nested) | more).items():
            data.setlist(name, value if isinstance(value, list) else [value])
        return self.client.post(self.address, dict(data.lists()))


def address_of(instance):
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    label = (instance._meta.app_label, instance._meta.model_name)
    if type(instance) in settings_registry:
        return reverse("wagtailsettings:edit", args=[*label, instance.site_id])
    return reverse(f"wagtailsnippets_{'_'.join(label)}:edit", args=[instance.pk])
