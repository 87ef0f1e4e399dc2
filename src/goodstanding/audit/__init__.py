"""Who did what, when and why, so that nothing can be changed, removed or reordered unseen."""
