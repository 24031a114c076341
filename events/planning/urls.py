from django.urls import path

from .confirm_views import ConfirmMeetingsView
from .views import PlanReportView, PlanYearView

urlpatterns = [
    path("planera/", PlanYearView.as_view(), name="plan_year"),
    path("planera/sparat/", PlanReportView.as_view(), name="plan_year_report"),
    path("bekrafta-moten/", ConfirmMeetingsView.as_view(), name="confirm_meetings"),
]
