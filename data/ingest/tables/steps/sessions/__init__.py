"""Steps of what became of a session: planned and given, missed, made up."""
