"""Facts about functions, computed and never stored in them."""
