"""Detectors of false numbers: callers that are not the account's, and destinations nobody should automate calls to."""
