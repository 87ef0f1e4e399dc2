"""What can be seen in the words of a message, whatever channel carried it."""
