"""Which texts would a provider's customers send, honest and not? All made up."""
