"""The picture shown with a shared link (Open Graph), drawn for each page on request."""
