"""How often feeds are fetched: numbers per day and nothing about who fetched."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FeedFetch(models.Model):
    """The fetches of one feed by one family of calendar programs on one day (Europe/Stockholm).

    ``feed`` is "region", "area:<key>" or "network:<key>". For other feeds only the kind is stored, because a single
    person may be the only one to follow a meeting or a choice of networks.
    """

    class Family(models.TextChoices):
        OUTLOOK = "outlook", "Outlook"
        GOOGLE = "google", "Google"
        APPLE = "apple", "Apple"
        THUNDERBIRD = "thunderbird", "Thunderbird"
        ANDROID = "android", _("Android (DAVx5, ICSx5)")
        OTHER = "other", _("Andra")

    day = models.DateField()
    feed = models.CharField(max_length=60)
    family = models.CharField(max_length=20, choices=Family)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "feed", "family"], name="events_fetches_once")]

    def __str__(self):
        return f"{self.day} {self.feed} {self.family}: {self.count}"
