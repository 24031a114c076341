from django.urls import path

from .views import StyleGuideView

urlpatterns = [path("", StyleGuideView.as_view(), name="styleguide")]
