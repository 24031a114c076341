"""What the site writes down about itself for whoever runs it, and nothing about who visits it (docs/seeing.md)."""
