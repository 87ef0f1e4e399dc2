"""What can no pattern say? Facts of a text beside what is known of its account: hits, or the name of what was missing."""
