"""What happened: calls, messages, numbers and accounts (knows nothing of policy)."""
