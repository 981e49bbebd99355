"""Training of the block model: `python -m benchmarks.train --shared ../shared`."""
