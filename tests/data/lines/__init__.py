"""Service lines: how much of what is promised, how often and until when."""
