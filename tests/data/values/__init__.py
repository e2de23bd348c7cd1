"""What a text says of days, times, lengths and counts, whatever its row."""
