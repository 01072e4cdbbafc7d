"""Tools for those who work on Molt."""
