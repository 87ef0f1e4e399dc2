"""One document, three views: terminal, HTML, JSON."""
