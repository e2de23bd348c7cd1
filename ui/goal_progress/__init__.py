"""The Goal progress page: its blocks, goals drawn, the columns of their tables."""
