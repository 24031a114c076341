"""The demo's login, for sites that nobody but their developer reaches."""

from django.contrib.auth import get_user_model

USERNAME = "redaktor"
PASSWORD = "natverk-demo"  # noqa: S105 - printed by make run, and never made on a site that is served over https


def add_login() -> int:
    """Make the superuser unless there is one of that name; returns how many were made."""
    users = get_user_model().objects
    if users.filter(username=USERNAME).exists():
        return 0
    users.create_superuser(USERNAME, "redaktor@gr.example", PASSWORD)
    return 1
