"""Headings and columns: which field each is, and what their keys say."""
