"""How each source writes the same month, with the traps of its own."""
