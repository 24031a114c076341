"""iCalendar (RFC 5545) as text, and the programs that read it. Pure: no Django, no clock."""
