from django.dispatch import Signal

# Sent with ``consent`` (a Consent) when a public tie shows on the other network's page from now on, or no longer does,
# although nothing was published. Sent in the transaction of the answer, which holds the publications' lock.
consent_changed = Signal()
