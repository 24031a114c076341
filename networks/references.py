"""One update of Wagtail's reference index for each save of a page, however many rows the page has."""


class IndexesReferencesOnce:
    """A page with rows. Wagtail reads the whole page anew for each row that is saved with it: an event with thirty
    dates was read thirty times for every publication. Here the index is told once, when all rows are written."""

    def save(self, *args, **kwargs):
        from wagtail import signal_handlers  # it reads models that are not loaded yet when this module is

        if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
            return super().save(*args, **kwargs)  # whoever is outside this save sees to the index
        with signal_handlers.disable_reference_index_auto_update():
            saved = super().save(*args, **kwargs)
        signal_handlers.update_reference_index_on_save(self)
        return saved
