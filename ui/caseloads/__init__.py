"""The Caseloads page: its blocks, who is where, what if, and plans."""
