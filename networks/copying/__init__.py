"""What a copy of a page is: it has identities of its own from the beginning, and it is never an alias of a page with
meetings."""
