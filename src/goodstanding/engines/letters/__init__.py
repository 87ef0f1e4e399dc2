"""Templates that an operator may change, and the letters made of them."""
