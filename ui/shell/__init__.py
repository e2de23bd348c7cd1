"""What stands around every page: its frame and menu, the filters and where one is, what the browser's session sees."""
