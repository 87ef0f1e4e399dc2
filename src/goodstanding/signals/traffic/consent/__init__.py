"""Detectors of contact that was not asked for, or no longer: consents, opt-outs, lists, complaints, hours."""
