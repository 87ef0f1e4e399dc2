"""One use of the system per file."""
