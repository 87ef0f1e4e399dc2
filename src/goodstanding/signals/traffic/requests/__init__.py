"""Detectors of how the programming interface is used: failed sign-ins, foreign accounts, probing, overload."""
