"""How rows are read for a page: once for each request, and never to be saved."""
