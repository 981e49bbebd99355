"""The block model: which blocks of a page are its article's body."""
