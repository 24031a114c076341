"""What the fields of a page are to the site, declared once each. Pure: no Django."""
