"""Draws the icons that are committed as PNG and ICO: ``make icons``, after a change of the site's mark."""
