"""The public log as Atom (RFC 4287)."""
