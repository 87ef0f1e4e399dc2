"""Detectors of what an account is: its declared use, its numbers, its kin, its cases."""
