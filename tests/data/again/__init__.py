"""What comes again: the same session, line or goal in another file, undo, closed months, decisions sent back."""
