"""Honest businesses of many shapes, those above all whose bursts look like abuse."""
