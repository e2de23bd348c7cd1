"""The Definitions & settings page: its blocks, the set-up questions, the calendar, what was learnt of files."""
