"""Sheets to tables: how records are drawn, and what stands around and between them."""
