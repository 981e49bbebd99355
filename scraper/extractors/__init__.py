"""From a page to a draft: one file a field, over one parsed document."""
