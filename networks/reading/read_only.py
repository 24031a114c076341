"""Makes instances that are read for display refuse to be saved.

What is shown of a row may differ from the row. It may have the words of a translation (``translation.lend_words``) or
lack the name of a person who is not shown (``NetworkMember.as_seen``). Saving it would overwrite the row with that.

The instance itself refuses. A separate view object would have to replace whole pages, but Wagtail and Django need
real instances for addresses, rights and related objects. A mixin's ``save()`` would miss Wagtail's own ``Page``, and a
signal would miss ``bulk_update()``. Python looks up an instance's attributes before its class's methods, and ``copy``,
``pickle`` and ``Page.specific`` keep them.
"""

from functools import cache, partial

# The methods that write an instance to its row, to a revision or to another row, in Django 5.2 and Wagtail 8.
# bulk_create() and bulk_update() of any manager call the last one for each instance.
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
    """Raised instead of saving an instance that was read for display: a programming error, not a user's."""


def make_read_only(instance):
    """Make everything that would write ``instance`` (of any model) raise ``ReadOnlyError``. Returns ``instance``."""
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
