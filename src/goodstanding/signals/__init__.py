"""What looks wrong, and which words or records show it: signals are seen by machines and weighed by people."""
