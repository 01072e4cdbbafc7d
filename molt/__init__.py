"""Molt: an ahead-of-time compiler from Python to WebAssembly components."""

__version__ = "0.1.0"
