"""Words and abbreviations that editors explain once, and that are explained wherever they stand (språklagen 11 §)."""
