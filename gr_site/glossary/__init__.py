"""The page that lists the words and abbreviations from A to Ö."""
