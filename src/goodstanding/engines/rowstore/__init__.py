"""The manifest and the closed months in a row store (SQLite)."""
