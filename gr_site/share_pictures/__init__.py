"""The picture that stands beside a shared link (Open Graph), drawn for each page on request."""
