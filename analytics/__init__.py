"""From validated tables to figures. Knows nothing of files or screens."""
