"""This clause, this account, this period, this evidence: a claim by the machine."""
