"""Text worked on letter by letter. Pure: no Django."""
