"""The admin's report "Översättningar": each network and its meetings, one language at a time."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from networks.rights.access import editable_networks
from networks.rights.admin_pages import AdminPage
from networks.translation import other_languages

from .progress import networks_with_events, progress, translatable


class LanguageForm(forms.Form):
    """The language to show. The first one if none is given, or one that the site does not have."""

    sprak = forms.ChoiceField(label=_("Språk"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        self.fields["sprak"].choices = [(code, names[code]) for code in other_languages()]

    @property
    def chosen(self):
        return (self.cleaned_data["sprak"] if self.is_valid() else "") or other_languages()[0]


class TranslationProgressView(AdminPage):
    """Lists the networks that the user may edit. Users who may not translate do not see the buttons."""

    template_name = "gr_site/admin/translation_progress.html"
    page_title = _("Översättningar av nätverk")
    header_icon = "wagtail-localize-language"

    def get_context_data(self, **kwargs):
        form = LanguageForm(self.request.GET)
        locale = Locale.objects.filter(language_code=form.chosen).first()
        families = networks_with_events(translatable(editable_networks(self.request.user)))
        pages = [page for network, events in families for page in (network, *events)]
        states = progress(pages, locale) if locale else {}
        rows = [(states[network.pk], [states[event.pk] for event in events]) for network, events in families if states]
        done = sum(network.is_done and all(event.is_done for event in events) for network, events in rows)
        return super().get_context_data(
            form=form, rows=rows, done=done, language=dict(settings.WAGTAIL_CONTENT_LANGUAGES)[form.chosen], **kwargs
        )
