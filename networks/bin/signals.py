"""What the bin tells those who keep something about the things in it. Sent within the transaction."""

from django.dispatch import Signal

# With ``item`` (stored) and ``pages`` (keys of all pages that go, those below and translations included), before.
pages_put_in_bin = Signal()
# With ``item`` and ``pages``, once their rows are back and before they are published.
pages_restored = Signal()
# With ``item``, before it is destroyed for good.
item_disposed = Signal()
