"""Records in DuckDB: read, judged, joined, stored by day, counted."""
