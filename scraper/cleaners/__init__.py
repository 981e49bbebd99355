"""What is not the article: a table of rules, and the text itself."""
