"""Hands letters to a mail system, and reads what it says became of them."""
