"""A meeting in words, for calendars, search engines and lists. Pure: no Django, no clock."""
