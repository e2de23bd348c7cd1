"""What became of a session: given, missed, made up, and what only a person can say."""
