"""Transformations of TIR, one a file, and what runs them."""
