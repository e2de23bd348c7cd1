"""The Compliance page: its blocks and the worklist of make-ups."""
