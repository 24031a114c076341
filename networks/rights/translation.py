"""Checks the right to the page or row before it is translated.

wagtail-localize has one permission for everything, so whoever may translate one page could translate all of them by
typing their addresses. These views replace its own at the same addresses and check the page or row too.
"""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .access import may_edit
from .translated_values import strings_kept


def may_translate(user, instance):
    """Whether ``user`` may translate ``instance``, which takes the right to change it."""
    if not user.has_perm("wagtail_localize.submit_translation"):
        return False
    if isinstance(instance, Page):
        return may_edit(user, instance)
    return policy_registry.get(instance).user_has_permission_for_instance(user, "change", instance)


class TranslatePageView(SubmitPageTranslationView):
    def get_object(self):
        page = super().get_object()
        if not may_translate(self.request.user, page):
            raise PermissionDenied
        return page

    def form_valid(self, form):
        """Also check the pages below, if they are included, and the pages above that would have to be translated."""
        user = self.request.user
        if form.cleaned_data["include_subtree"]:
            below = self.object.get_descendants().specific().iterator(chunk_size=100)
            if not all(may_translate(user, page) for page in below):
                raise PermissionDenied
        for locale in form.cleaned_data["locales"]:
            if not all(may_translate(user, page) for page in _missing_above(self.object, locale)):
                form.add_error("locales", _("Sidorna ovanför är inte översatta än. Be GR:s redaktion översätta dem."))
                return self.render_to_response(self.get_context_data() | {"form": form})
        below = self.object.get_descendants().specific() if form.cleaned_data["include_subtree"] else []
        with strings_kept(user, [self.object, *below]):  # a machine may translate them at once
            return super().form_valid(form)


class TranslateSnippetView(SubmitSnippetTranslationView):
    def get_object(self):
        snippet = super().get_object()
        if not may_translate(self.request.user, snippet):
            raise PermissionDenied
        return snippet


class UpdateTranslationView(UpdateTranslationsView):
    """Whoever may change the source may update its translations. Publishing takes the right on each translation."""

    def get_object(self):
        source = super().get_object()
        try:
            instance = source.get_source_instance()
        except ObjectDoesNotExist as error:
            raise Http404 from error
        if not may_translate(self.request.user, instance):
            raise PermissionDenied
        return source

    def form_valid(self, form):
        if form.cleaned_data["publish_translations"]:
            targets = [each.get_target_instance() for each in self.object.translations.filter(enabled=True)]
            pages = [target for target in targets if isinstance(target, Page)]
            if not all(page.permissions_for_user(self.request.user).can_publish() for page in pages):
                raise PermissionDenied
        with strings_kept(self.request.user, [self.object.get_source_instance()]):
            return super().form_valid(form)


class RegisterRowsView(SnippetViewSet):
    """Rows of a register as JSON, for those who may change the register. Read only."""

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        model = self.get_model()
        if model not in get_snippet_models() or not policy_registry.get_by_type(model).user_has_permission(
            request.user, "change"
        ):
            raise PermissionDenied


def _missing_above(page, locale):
    """The pages above ``page`` without a counterpart in ``locale``, which wagtail-localize would create."""
    above = page.get_ancestors().filter(depth__gt=1).specific()
    return [ancestor for ancestor in above if not ancestor.has_translation(locale)]


class TranslationsView(TranslationsReportView):
    """The report of all translations, the newest first: without an order a page may repeat another's rows."""

    def get_queryset(self):
        return super().get_queryset().order_by("-pk")
