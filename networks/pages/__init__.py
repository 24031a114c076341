"""What every page type of the site starts from."""
