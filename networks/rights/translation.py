"""Translation follows the rights to what is translated.

wagtail-localize asks for one permission that holds for everything, so that whoever may translate one page may by
address translate all. These views stand before its own, at the same addresses, and ask for the page or row too.
"""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .access import may_edit


def may_translate(user, instance):
    """Whether ``user`` may have ``instance`` translated: she may change it."""
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
        """With the pages below it, each of them; and no page above it that only others may translate."""
        user = self.request.user
        if form.cleaned_data["include_subtree"]:
            below = self.object.get_descendants().specific().iterator(chunk_size=100)
            if not all(may_translate(user, page) for page in below):
                raise PermissionDenied
        for locale in form.cleaned_data["locales"]:
            if not all(may_translate(user, page) for page in _missing_above(self.object, locale)):
                form.add_error("locales", _("Sidorna ovanför är inte översatta än. Be GR:s redaktion översätta dem."))
                return self.render_to_response(self.get_context_data() | {"form": form})
        return super().form_valid(form)


class TranslateSnippetView(SubmitSnippetTranslationView):
    def get_object(self):
        snippet = super().get_object()
        if not may_translate(self.request.user, snippet):
            raise PermissionDenied
        return snippet


class UpdateTranslationView(UpdateTranslationsView):
    """Whoever has the source may bring its translations up to date; to publish them takes the right on each."""

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
        return super().form_valid(form)


class RegisterRowsView(SnippetViewSet):
    """Rows of a register as JSON, for those who may change the register. Only reading is connected."""

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        model = self.get_model()
        if model not in get_snippet_models() or not policy_registry.get_by_type(model).user_has_permission(
            request.user, "change"
        ):
            raise PermissionDenied


def _missing_above(page, locale):
    """The pages above ``page`` that have no counterpart in ``locale``; wagtail-localize would make them."""
    above = page.get_ancestors().filter(depth__gt=1).specific()
    return [ancestor for ancestor in above if not ancestor.has_translation(locale)]
