"""The Import page: an import's course, what it asks, and the month's checklist."""
