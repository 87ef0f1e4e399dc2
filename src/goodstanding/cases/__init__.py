"""What is done about a finding: notice, cure, determination, action, appeal. A person decides."""
