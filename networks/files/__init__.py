"""Who may read an uploaded file: a file is as open as the pages that show it (docs/files.md)."""
