"""Loads the starter thesaurus into the editors' groups of words, and leaves alone what they have changed."""

from collections import Counter

from django.db import transaction

from ..models import IndexState, StarterGroup, SynonymGroup
from .lines import starter

ADDED, UPDATED, CHANGED, DELETED = "added", "updated", "changed", "deleted"


@transaction.atomic
def load(lines=None):
    """Add the groups of ``lines`` (the starter's own if None) that are missing, and update those that no editor has
    changed. Returns how many were added and updated, and how many editors have changed or deleted and so keep."""
    lines = starter() if lines is None else lines
    groups = SynonymGroup.objects.select_for_update(of=("self",)).filter(starter__isnull=False).in_bulk()
    known = {row.key: (row, groups.get(row.group_id)) for row in StarterGroup.objects.all()}
    told = Counter()
    new, renewed = [], []
    for line in lines:
        texts = texts_of(line.group)
        if line.key not in known:
            new.append((line.key, SynonymGroup(**texts)))
            continue
        row, group = known[line.key]
        if group is None:
            told[DELETED] += 1
        elif row.digest != group.digest:
            told[CHANGED] += 1
        elif any(getattr(group, name) != text for name, text in texts.items()):
            _fill(row, group, texts)
            renewed.append((row, group))
    _add(new)
    _update(renewed)
    told.update({ADDED: len(new), UPDATED: len(renewed)})
    if new or renewed:
        IndexState.renew()
    return told


def texts_of(group):
    """``{field of a SynonymGroup: text}``."""
    return dict(zip(SynonymGroup.texts, map(", ".join, group), strict=True))


def _fill(row, group, texts):
    for name, text in texts.items():
        setattr(group, name, text)
    row.digest = group.digest


def _add(new):
    groups = SynonymGroup.objects.bulk_create([group for _, group in new], batch_size=500)
    rows = zip(new, groups, strict=True)
    StarterGroup.objects.bulk_create(
        [StarterGroup(key=key, digest=group.digest, group=group) for (key, _), group in rows], batch_size=500
    )


def _update(renewed):
    SynonymGroup.objects.bulk_update([group for _, group in renewed], SynonymGroup.texts, batch_size=100)
    StarterGroup.objects.bulk_update([row for row, _ in renewed], ["digest"], batch_size=100)
