"""Where links come from: feeds and sitemaps, from bytes to links, without I/O."""
