"""The Overview page: its blocks, what needs a decision, findings and their answers, the first visit."""
