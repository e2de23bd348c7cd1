"""Spreadsheets composed at random of parts that were gathered outside, each with its truth."""
