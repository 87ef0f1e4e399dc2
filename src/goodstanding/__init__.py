"""Keeps customers' traffic inside the acceptable use policy they agreed to."""
