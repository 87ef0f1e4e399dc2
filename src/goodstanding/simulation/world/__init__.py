"""A labelled world of traffic: honest businesses, abuses at three strengths among them, and the truth of each record."""
