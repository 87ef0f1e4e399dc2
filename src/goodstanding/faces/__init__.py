"""Who looks in: each face may be deleted without the others noticing."""
