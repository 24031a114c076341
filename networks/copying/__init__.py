"""What a copy of a page is: all of it or nothing, with identities of its own from the beginning, and never an alias of
a page with meetings."""
