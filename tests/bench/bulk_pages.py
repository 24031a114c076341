"""Pages by the thousand. Django's ``bulk_create`` refuses models that span two tables, as every page type does."""

from wagtail.models import Page

BATCH = 1000


def insert_pages(placed):
    """Store ``[(page, parent)]``: unsaved pages of one model, each below a stored parent that is fresh.

    Pages get their keys, paths and addresses as ``add_child`` would give them, and are live. No signal is sent, and
    there are no revisions.
    """
    pages = [page for page, _ in placed]
    for page, parent in placed:
        _put_below(page, parent)
    _insert_rows(pages)
    parents = {parent.pk: parent for _, parent in placed}
    Page.objects.bulk_update([Page(pk=pk, numchild=parent.numchild) for pk, parent in parents.items()], ["numchild"])


def _put_below(page, parent):
    parent.numchild += 1
    page.depth = parent.depth + 1
    page.path = Page._get_path(parent.path, page.depth, parent.numchild)
    page.locale_id = parent.locale_id
    page.draft_title = page.title
    page.set_url_path(parent)


def _insert_rows(pages):
    names = [field.attname for field in Page._meta.concrete_fields]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    Page.objects.bulk_create(rows, batch_size=BATCH)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = row.pk
    model = type(pages[0])
    # What bulk_create itself calls once it has made sure that there is one table: here, the page type's own.
    model._base_manager.all()._batched_insert(pages, model._meta.local_concrete_fields, BATCH)
