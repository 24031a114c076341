"""The text of uploaded documents: read once for each file, apart from the site's own process, with limits."""
