"""From many URLs to many records."""
