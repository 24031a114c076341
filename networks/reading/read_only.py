"""Instances that are read to be shown, and refuse to be saved.

What is shown of a row may differ from the row: it has the words of a translation (``translation.lend_words``), or
lacks the name of somebody who is not to be named (``NetworkMember.as_seen``). To save it would write that over the
row.

The instance itself refuses. A view beside the row would have to stand in for whole pages: Wagtail and Django want
real instances for addresses, rights and related objects. A mixin's ``save()`` would miss Wagtail's own ``Page``, and a
signal would miss ``bulk_update()``. Python finds what an instance has before the methods of its class, and ``copy``,
``pickle`` and ``Page.specific`` take it along.
"""

from functools import cache, partial

# What writes an instance's texts to its row, to a revision or to another row, in Django 5.2 and Wagtail 8. QuerySets
# of any manager call the last one for each instance that bulk_create() or bulk_update() is given.
WRITES = (
    "save",
    "save_revision",
    "publish",
    "serializable_data",
    "copy",
    "copy_for_translation",
    "create_alias",
    "_prepare_related_fields_for_save",
)


class ReadOnlyError(Exception):
    """An instance that was read to be shown was about to be saved: a mistake of ours, not of a user's."""


def make_read_only(instance):
    """Let ``instance`` (of any model) raise ``ReadOnlyError`` from whatever would write it. Gives ``instance``."""
    vars(instance).update(_refusals(type(instance)))
    return instance


@cache
def _refusals(model):
    refuse = partial(_refuse, model._meta.label)
    return {name: refuse for name in WRITES if hasattr(model, name)}


def _refuse(label, *args, **kwargs):
    raise ReadOnlyError(
        f"This {label} was read to be shown, so its texts may not be those of its row. "
        "To change it, read it again without in_language() or lend_words()."
    )
