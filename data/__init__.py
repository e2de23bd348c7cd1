"""From a file's bytes to validated tables. Knows nothing of figures or screens."""
