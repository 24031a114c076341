from django.conf import settings
from django.db import models


class Attempts(models.Model):
    """How often something was tried with a wrong password or code, until a moment that the first of them set.

    ``key`` is a keyed hash: the table tells neither addresses nor what was typed for a name, which may be a password.
    ``user`` is who was tried, where there is such a user, so that an administrator can unlock her.
    """

    key = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")

    def __str__(self):
        return f"{self.number} until {self.until:%Y-%m-%d %H:%M:%S}"
