"""How words break. Pure."""
