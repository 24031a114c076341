"""Finds a place in a tree (of pages or of collections) for nodes that come back."""

from django.db.models import F

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def new_paths(model, rows, parents):
    """``{old path: new path}`` for ``rows`` (of a tree's base model): where they were, if that place is free.

    ``parents`` is ``{key of a top node: the key of the parent that it gets}``. Counts the new children too. Raises
    the model's DoesNotExist for a parent that is gone.
    """
    paths = {}
    for row in sorted(rows, key=lambda row: row.values["path"]):
        old = row.values["path"]
        above = old[: -model.steplen]
        if above in paths:
            paths[old] = paths[above] + old[-model.steplen :]
        else:
            parent = model._base_manager.get(pk=parents[row.key])
            paths[old] = _free(model, parent, old[-model.steplen :], paths.values())
            model._base_manager.filter(pk=parent.pk).update(numchild=F("numchild") + 1)
    return paths


def _free(model, parent, step, given):
    """The path below ``parent`` that ends in ``step``, or else the one after its last child."""
    below = model._base_manager.filter(path__startswith=parent.path, depth=parent.depth + 1)
    taken = {*below.values_list("path", flat=True), *given}
    if parent.path + step not in taken:
        return parent.path + step
    last = max(path for path in taken if path.startswith(parent.path) and len(path) == len(parent.path + step))
    return parent.path + _text(int(last[-model.steplen :], 36) + 1, model.steplen)


def _text(number, length):
    text = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text.rjust(length, _DIGITS[0])
