"""Newer rules over the pages that a job has kept: each record made anew, compared, and written where it differs."""
