"""Admin addresses that take precedence over the same ones in Wagtail and wagtail-localize, in order to check the
user's rights on the page or row in question, to put a file in the bin, or to merge two people's changes. Only for
views that offer no hook: for views of pages there is ``rights/page_views.py``."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.workflows import TaskChooserCreateView, TaskChooserResultsView, TaskChooserView, task_chosen
from wagtail.contrib.search_promotions.views import chooser, chooserresults
from wagtail_localize.views import edit_translation

from .bin import file_views
from .editing.form_views import MergingSettingView
from .rights import translated_values, translation, within_reach
from .rights.uploaded_translations import upload_pofile
from .rights.views import for_central_editors, for_makers_of_tasks

_VIEWS = {
    "choose-page/<int:parent_page_id>/": within_reach.BrowsePagesView.as_view(),
    "choose-page/chosen-multiple/": within_reach.ChosenPagesView.as_view(),
    "tag-autocomplete/": within_reach.tags_within_reach,
    "tag-autocomplete/<slug:app_name>/<slug:model_name>/": within_reach.tags_within_reach,
    "documents/delete/<int:document_id>/": file_views.DocumentToBinView.as_view(),
    "documents/multiple/<int:doc_id>/delete/": file_views.UploadedDocumentToBinView.as_view(),
    "images/<int:image_id>/delete/": file_views.ImageToBinView.as_view(),
    "images/multiple/<int:image_id>/delete/": file_views.UploadedImageToBinView.as_view(),
    # Lists what visitors have searched for; the form that uses it is the central editors'.
    "searchpicks/queries/chooser/": for_central_editors(chooser),
    "searchpicks/queries/chooser/results/": for_central_editors(chooserresults),
    "settings/<slug:app_name>/<slug:model_name>/<int:pk>/": MergingSettingView.as_view(),
    "workflows/task_chooser/": for_makers_of_tasks(TaskChooserView.as_view()),
    "workflows/task_chooser/results/": for_makers_of_tasks(TaskChooserResultsView.as_view()),
    "workflows/task_chooser/create/": for_makers_of_tasks(TaskChooserCreateView.as_view()),
    "workflows/task_chooser/<int:task_id>/": for_makers_of_tasks(task_chosen),
    "localize/submit/page/<int:page_id>/": translation.TranslatePageView.as_view(),
    "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/": translation.TranslateSnippetView.as_view(),
    "localize/update/<int:translation_source_id>/": translation.UpdateTranslationView.as_view(),
    "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/": (
        translated_values.EditStringView.as_view()
    ),
    "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/": (
        translated_values.EditOverrideView.as_view()
    ),
    "localize/translate/<int:translation_id>/pofile/upload/": translated_values.keeping_held_strings(upload_pofile),
    "localize/translate/<int:translation_id>/machine_translate/": translated_values.keeping_held_strings(
        edit_translation.machine_translate
    ),
    "localize/reports/translations/": for_central_editors(translation.TranslationsView.as_view()),
    "localize/reports/translations/results/": for_central_editors(
        translation.TranslationsView.as_view(results_only=True)
    ),
    "reports/page-types-usage/": for_central_editors(PageTypesUsageReportView.as_view()),
    "reports/page-types-usage/results/": for_central_editors(PageTypesUsageReportView.as_view(results_only=True)),
    "localize/api/snippets/<slug:app_label>/<slug:model_name>/": translation.RegisterRowsView.as_view({"get": "list"}),
    "localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/": translation.RegisterRowsView.as_view(
        {"get": "retrieve"}
    ),
}

urlpatterns = [path(address, require_admin_access(view)) for address, view in _VIEWS.items()]
