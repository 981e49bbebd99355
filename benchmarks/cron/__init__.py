"""What a scheduled run withstands, in figures: `python -m benchmarks.cron --help`."""
