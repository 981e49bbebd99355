"""Images: which pictures are the article's, what is told of each, and where the best of it is."""
