"""Detectors of how people are called: how often, at which hour, how long it rings, who is left in silence."""
