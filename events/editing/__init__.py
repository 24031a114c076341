"""The event's edit form, which shows the dates as a schedule and warns before anything is saved."""
