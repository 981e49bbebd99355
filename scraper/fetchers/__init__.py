"""From a URL to a Page."""
