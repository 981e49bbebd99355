"""Access: what a page says of reading it, what of its text was delivered, and on which evidence."""
