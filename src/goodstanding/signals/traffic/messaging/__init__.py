"""Detectors of how messages are spread: over many numbers, to bad lists, past filters, for the sake of their price."""
