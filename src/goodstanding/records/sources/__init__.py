"""What each source delivers, and how one of its rows becomes a record."""
