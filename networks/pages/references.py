"""Updates Wagtail's reference index once for each save of a page, however many rows the page has.

Uses the internals of ``wagtail.signal_handlers``: the context manager that turns the index off, the flag that it sets
(checked first, because the context manager fails if nested), and the handler that indexes one object. See
tests/upgrades/test_reference_index.py.
"""

# The fields that Wagtail writes on the page itself when it saves a draft. None of them is a reference.
OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "wagtail_admin_comments",
}


class IndexesReferencesOnce:
    """A page with rows, indexed once per save.

    Wagtail reads the whole page again for each row that is saved with it, so that publishing an event with 30 dates
    read it 30 times. This class updates the index once, after all rows are written, and does not update it for a
    draft, which leaves the rows unchanged.
    """

    def save(self, *args, update_fields=None, **kwargs):
        from wagtail import signal_handlers  # it needs models that are not loaded yet when this module is

        if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
            # the outer save updates the index
            return super().save(*args, update_fields=update_fields, **kwargs)
        with signal_handlers.disable_reference_index_auto_update():
            saved = super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
            signal_handlers.update_reference_index_on_save(self)
        return saved
