"""Which meetings: the filters, as the calendar's pages and as the feeds' addresses name them."""
