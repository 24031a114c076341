"""Writes only those rows of a page that have changed.

``modelcluster`` saves every row whenever the page is saved, so that an event with 220 dates wrote 220 rows for one
corrected word in its introduction.
"""

from django.db import models


class WritesChangedRows:
    """A page that leaves those of its rows alone that are ``WrittenWhenChanged`` and stand in the database as they
    are. It reads them once for each save."""

    _stored = None

    def save(self, *args, **kwargs):
        self._stored = {}
        try:
            return super().save(*args, **kwargs)
        finally:
            self._stored = None


class WrittenWhenChanged(models.Model):
    """A row with the page that it belongs to in ``page``. List it last, so that it sees what others' ``save()`` sets.

    No signal is sent for a row that is not written.
    """

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._is_written():
            super().save(*args, **kwargs)

    def _is_written(self):
        stored = self.page._stored if isinstance(self.page, WritesChangedRows) else None
        if stored is None or self.pk is None:
            return False
        if type(self) not in stored:
            stored[type(self)] = _read(self)
        return stored[type(self)].get(self.pk) == tuple(getattr(self, name) for name in _columns(self))


def _read(row):
    names = _columns(row)
    rows = type(row)._base_manager.filter(page=row.page_id).values_list(*names)
    return {values[names.index("id")]: values for values in rows}


def _columns(row):
    return [field.attname for field in row._meta.concrete_fields]
