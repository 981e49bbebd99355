"""Where links come from: feeds, sitemaps and sections, and what a site says of them; bytes to links, without I/O."""
