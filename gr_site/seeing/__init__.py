"""How the site is, for an administrator ("Driftläge") and for whoever runs it (docs/seeing.md)."""
