"""A carrier that never was: seeded months of traffic with the truth beside them."""
