"""Headings -> fields: which dataset a table is, and which place each column takes in it."""

from data.ingest.mapping.proposing import OF_A_DAY, propose
from data.ingest.mapping.shape import shape

__all__ = ["OF_A_DAY", "propose", "shape"]
