"""How each abuse is done, at three strengths."""
