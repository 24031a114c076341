from django.urls import path

from .panel import MEETING, NETWORK_PAGE, NEW_DATES
from .views import ChooseMeetingView, ChooseNetworkPageView, ChooseNewDatesView, GettingStartedView

urlpatterns = [
    path("nya-motesdatum/", ChooseNewDatesView.as_view(), name=NEW_DATES.name),
    path("andra-ett-mote/", ChooseMeetingView.as_view(), name=MEETING.name),
    path("uppdatera-natverk/", ChooseNetworkPageView.as_view(), name=NETWORK_PAGE.name),
    path("kom-igang/", GettingStartedView.as_view(), name="getting_started"),
]
