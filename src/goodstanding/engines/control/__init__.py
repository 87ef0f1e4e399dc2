"""Carries actions out on accounts, and undoes them."""
