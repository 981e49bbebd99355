"""The outputs of a job, one file a kind. What is handed over twice is there once."""
