"""How much, over a month: policy meets records, in integers."""
