"""What the customer agreed to: editions, clauses, readings, limits (knows nothing of traffic)."""
