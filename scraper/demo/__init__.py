"""A small synthetic newsroom on loopback, and the run that shows what becomes of its pages."""
