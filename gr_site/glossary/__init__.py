"""The page that lists words and abbreviations from A to Ö."""
