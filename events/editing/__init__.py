"""The event's edit form: its list of dates reads like a schedule, and it warns before anything is saved."""
