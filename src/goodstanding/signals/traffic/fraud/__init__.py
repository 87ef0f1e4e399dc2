"""Detectors of fraud by telephone: revenue share, one ring, pumping, enumeration."""
