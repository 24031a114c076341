"""What plain, accessible text asks for. Pure: no Django."""
