"""The glossary: editors explain a word once, and the site explains it on every page that uses it (språklagen 11 §)."""
