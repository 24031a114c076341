"""The edit form of a network's page. The page type gets it when the site starts, and does not import it."""
