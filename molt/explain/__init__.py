"""`molt build --explain`: a page that shows how each line of a program is compiled, and what stands in the way of better."""

from molt.explain.facts import Report, gather
from molt.explain.page import page

__all__ = ["Report", "gather", "page"]
