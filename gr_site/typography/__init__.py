"""Where words may break. Pure."""
