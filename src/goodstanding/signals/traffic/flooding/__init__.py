"""Detectors of too much at once: calls, messages and requests that flood somebody."""
