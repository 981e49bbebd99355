"""A scheduled run: read the sources, fetch what is due, keep what came of it, hand the records over."""
