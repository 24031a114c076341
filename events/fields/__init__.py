"""What the fields of a meeting and of an event are to the site, declared once each. Pure: no Django."""
