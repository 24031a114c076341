"""Gives groups their rights. Everything here can be repeated without harm."""

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail import hooks
from wagtail.models import GroupCollectionPermission, GroupPagePermission

# ``app.codename``. A network's editors see the registers that they choose from but cannot change them.
EDITORS = [
    "wagtailadmin.access_admin",
    "wagtail_localize.submit_translation",
    "networks.view_area",
    "networks.view_organisation",
    "networks.view_sharedstatement",
]
_CHANGES = ("add", "change", "delete")
CENTRAL = [
    *EDITORS,
    *(f"networks.{verb}_{name}" for name in ("area", "organisation", "sharedstatement") for verb in _CHANGES),
    *(f"wagtailcore.{verb}_collection" for verb in _CHANGES),
    *(f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete", "view")),
    *(f"networks.{verb}_term" for verb in (*_CHANGES, "view")),
    "networks.change_networkeditors",
    "networks.view_networkeditors",
]  # fmt: skip
PAGE_EDITORS = ["add", "change", "lock"]
PAGE_CENTRAL = ["add", "bulk_delete", "change", "lock", "publish", "unlock"]
FILES_CHOOSE = [("wagtailimages", "choose_image"), ("wagtaildocs", "choose_document")]
FILES_EDITORS = [
    *FILES_CHOOSE,
    *(("wagtailimages", f"{verb}_image") for verb in ("add", "change")),
    *(("wagtaildocs", f"{verb}_document") for verb in ("add", "change")),
]


def give_permissions(group, names, hook):
    """Give ``group`` exactly the permissions ``names`` (``app.codename``) and those that ``hook`` adds."""
    names = [*names, *(name for add in hooks.get_hooks(hook) for name in add())]
    wanted = Q(pk__in=[])
    for app, codename in (name.split(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    group.permissions.set(Permission.objects.filter(wanted))


def give_page(group, page, verbs):
    """Give ``group`` exactly the rights ``verbs`` on ``page``; they apply to the pages below it as well."""
    codenames = [f"{verb}_page" for verb in verbs]
    given = GroupPagePermission.objects.filter(group=group, page=page)
    given.exclude(permission__codename__in=codenames).delete()
    have = set(given.values_list("permission__codename", flat=True))
    missing = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page")
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=permission)
        for permission in missing.filter(codename__in=set(codenames) - have)
    )


def give_files(group, collection, names):
    """Give ``group`` the rights ``names`` (pairs of app and codename) on ``collection`` and those below it."""
    have = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    wanted = Q(pk__in=[])
    for app, codename in names:
        wanted |= Q(content_type__app_label=app, codename=codename)
    missing = Permission.objects.filter(wanted).exclude(pk__in=have.values("permission"))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission) for permission in missing
    )
