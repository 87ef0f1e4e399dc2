"""Detectors of what shows in whom an account contacts, when and how often, and not in words."""
