"""What outlives a run: records in files, and what has been seen."""
