"""One update of Wagtail's reference index for each save of a page, however many rows the page has."""

# What Wagtail notes on the page itself when a draft is saved: none of it leads to anything that the index holds.
OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "wagtail_admin_comments",
}


class IndexesReferencesOnce:
    """A page with rows. Wagtail reads the whole page anew for each row that is saved with it: an event with thirty
    dates was read thirty times for every publication. Here the index is told once, when all rows are written, and
    not at all of a draft, which leaves the rows as they are."""

    def save(self, *args, update_fields=None, **kwargs):
        from wagtail import signal_handlers  # it reads models that are not loaded yet when this module is

        if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
            # whoever is outside this save sees to the index
            return super().save(*args, update_fields=update_fields, **kwargs)
        with signal_handlers.disable_reference_index_auto_update():
            saved = super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
            signal_handlers.update_reference_index_on_save(self)
        return saved
