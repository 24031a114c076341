"""The editors' start page: three errands, each one choice away, and a short guide."""
