"""Puts deleted rows back: the same keys, addresses and versions."""

from collections import defaultdict

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelsearch import index
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from ..models import BinnedItem
from ..publication.publisher import published_by
from ..publication.whole import publication
from ..rights.naming import group_name
from .files import collected, file_is_back
from .remaining import without_lost
from .signals import pages_restored
from .tree import new_paths

RESTORED = "networks.restore"


class CannotRestore(Exception):
    """Raised when a thing cannot come back. Its text tells the editor why and what to do."""


@publication()
def restore(item, user, *, slug="", parent=None):
    """Put back what ``item`` holds and delete the item. Gives the restored instance.

    ``slug`` replaces that of the deleted page (not of its translations), and ``parent`` (a Page) its parent. Rights
    are not checked. Raises CannotRestore.
    """
    rows = list(item.rows.filter(is_reference=False))
    references = list(item.rows.filter(is_reference=True))
    try:
        with transaction.atomic():
            kept = _put_back(_placed(collected(rows), item, slug, parent))
            _refer_again(references)
    except LookupError as error:
        raise CannotRestore(str(error)) from error
    except IntegrityError as error:
        raise CannotRestore(
            _("Något av det som hörde till ”%(title)s” finns redan igen.") % {"title": item}
        ) from error
    _index(kept, references)
    instance = apps.get_model(item.model)._base_manager.get(pk=item.key)
    if item.kind == BinnedItem.Kind.PAGE:
        with published_by(AnonymousUser()):  # whoever restores a page says nothing about what was asked before
            _publish(item, kept)
    else:
        file_is_back(instance, references)
    log(instance=instance, action=RESTORED, user=user)
    item.delete()
    return instance


def _placed(rows, item, slug, parent):
    """The rows with their place in the trees and, for pages, in the addresses."""
    by_model = defaultdict(list)
    for row in rows:
        by_model[row.model].append(row)
    for label, found in by_model.items():
        if found[0].values.get("path") and found[0].values.get("depth"):
            tree = apps.get_model(label)
            _place_nodes(tree, found, _parents(tree, found, item, parent))
    if pages := by_model.get("wagtailcore.page"):
        _give_addresses(sorted(pages, key=lambda row: row.values["path"]), str(item.key), slug)
    return rows


def _parents(tree, rows, item, parent):
    """``{key: parent's key}``. With another ``parent`` for the page, translations go below the parent's."""
    parents = {row.key: row.parent_key for row in rows}
    if parent is not None and tree is Page:
        own = {row.values["locale_id"]: row for row in rows if row.values["translation_key"] == _key_of(rows, item)}
        for locale, row in own.items():
            found = (
                parent if locale == str(parent.locale_id) else parent.get_translations().filter(locale=locale).first()
            )
            parents[row.key] = found and found.pk
    return parents


def _key_of(rows, item):
    return next(row.values["translation_key"] for row in rows if row.key == str(item.key))


def _place_nodes(tree, rows, parents):
    try:
        paths = new_paths(tree, rows, parents)
    except tree.DoesNotExist as error:
        raise CannotRestore(_("Sidan som den låg under finns inte längre.")) from error
    for row in rows:
        row.values["path"] = paths[row.values["path"]]
        row.values["depth"] = str(len(row.values["path"]) // tree.steplen)


def _give_addresses(rows, key, slug):
    """Set each page's slug and address from the page above it. ``rows`` are in the order of the tree."""
    known = {}
    for row in rows:
        path = row.values["path"]
        if row.key == key and slug:
            row.values["slug"] = slug
        above = path[: -Page.steplen]
        if above not in known:
            known[above] = Page.objects.get(path=above).url_path
            _require_free(row, above)
        known[path] = row.values["url_path"] = f"{known[above]}{row.values['slug']}/"


def _require_free(row, above):
    siblings = Page.objects.filter(path__startswith=above, depth=len(above) // Page.steplen + 1)
    if taken := siblings.filter(slug=row.values["slug"]).first():
        raise CannotRestore(_("Adressen används nu av ”%(title)s”.") % {"title": taken.get_admin_display_title()})
    key, locale = row.values["translation_key"], row.values["locale_id"]
    if other := Page.objects.filter(translation_key=key, locale=locale).first():
        raise CannotRestore(_("Sidan finns redan på det språket: ”%(title)s”.") % {"title": other.title})


def _put_back(rows):
    """Insert the rows. Gives them without those that belonged to something that is gone now."""
    rows = without_lost(rows)
    by_model = defaultdict(list)
    for row in rows:
        by_model[apps.get_model(row.model)].append(_instance(row))
    # A model after those that it inherits from.
    for model in sorted(by_model, key=lambda model: len(model._meta.get_parent_list())):
        if model is Group:
            _name_free(by_model[model])
        if model._meta.parents:
            for instance in by_model[model]:
                instance.save_base(raw=True, force_insert=True)
        else:
            _insert(model, by_model[model])
    return rows


def _instance(row):
    model = apps.get_model(row.model)
    fields = {field.attname: field for field in model._meta.local_concrete_fields}
    # A column that has been removed since is left out, and a new one gets its default.
    return model(
        **{
            name: None if text is None else fields[name].to_python(text)
            for name, text in row.values.items()
            if name in fields
        }
    )


def _insert(model, instances):
    """Insert without signals and with the times that Django would set itself."""
    dated = [field.attname for field in model._meta.local_fields if _sets_itself(field)]
    times = [(instance.pk, {name: getattr(instance, name) for name in dated}) for instance in instances]
    model._base_manager.bulk_create(instances, batch_size=100)
    if dated:
        for key, values in times:
            model._base_manager.filter(pk=key).update(**values)


def _sets_itself(field):
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def _name_free(groups):
    for group in groups:
        if Group.objects.filter(name=group.name).exists():
            group.name = group_name(group.name.partition(": ")[2])


def _refer_again(references):
    for row in references:
        name, keys = row.values["field"], row.values["rows"]
        if name:
            rows = apps.get_model(row.model)._base_manager.filter(pk__in=keys, **{f"{name}__isnull": True})
            rows.update(**{name: row.values["value"]})


def _index(rows, references):
    """Bring Wagtail's index of references and its search up to date."""
    found = {(row.model, row.key) for row in rows} | {whole for row in rows for whole in _wholes(row)}
    found |= {(row.model, key) for row in references for key in row.values["rows"] if not row.values["field"]}
    for label, key in sorted(found):
        model = apps.get_model(label)
        if model is Page or model._meta.auto_created:
            continue
        if instance := model._base_manager.filter(pk=key).first():
            if model in ReferenceIndex.tracked_models and ReferenceIndex.model_is_indexable(model):
                ReferenceIndex.create_or_update_for_object(instance)
            if isinstance(instance, index.Indexed):
                index.insert_or_update_object(instance)


def _wholes(row):
    """What a row is part of, which may have come back before it, as ``(model, key)``."""
    for field in apps.get_model(row.model)._meta.local_concrete_fields:
        if isinstance(field, ParentalKey) and (key := row.values.get(field.attname)):
            yield field.related_model._meta.label_lower, key


def _publish(item, rows):
    """Tell those who show pages which ones are back, and which others show something of them again."""
    keys = {int(row.key) for row in rows if row.model == "wagtailcore.page"}
    pages_restored.send(BinnedItem, item=item, pages=keys)
    shown = keys | {int(key) for row in rows for key in _page_of(row)}
    for page in Page.objects.filter(pk__in=shown).live().order_by("path").specific():
        page_published.send(type(page), instance=page, revision=page.live_revision)


def _page_of(row):
    """The key of the page that a row is part of, if it is one of a page's rows."""
    fields = apps.get_model(row.model)._meta.local_concrete_fields
    parents = [field for field in fields if isinstance(field, ParentalKey) and issubclass(field.related_model, Page)]
    return [row.values[field.attname] for field in parents]
