"""What translators see: how far each network has come in each language."""
